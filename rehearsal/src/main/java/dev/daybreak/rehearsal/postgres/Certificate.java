package dev.daybreak.rehearsal.postgres;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// A self-signed certificate, so that `sslmode=require` means something on this machine too. The
/// JDK has no public way to make one; the few bytes of DER are written here (RFC 5280).
record Certificate(String certificatePem, String keyPem) {
    private static final int SEQUENCE = 0x30;
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    static Certificate selfSigned() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var keys = generator.generateKeyPair();
            return new Certificate(
                    pem("CERTIFICATE", signed(keys)),
                    pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has elliptic curves", e);
        }
    }

    @Override
    public String toString() {
        return "Certificate[keyPem=***]";
    }

    private static byte[] signed(KeyPair keys) throws GeneralSecurityException {
        var body = body(keys);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        var bits = join(new byte[] {0}, signature.sign());
        return der(SEQUENCE, body, ECDSA_SHA256, der(0x03, bits));
    }

    private static byte[] body(KeyPair keys) {
        var version = der(0xa0, der(0x02, new byte[] {2}));
        var serial = der(0x02, BigInteger.valueOf(keys.hashCode() & 0x7fffffffL).toByteArray());
        var name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, text(0x0c, "rehearsal"))));
        var validity = der(SEQUENCE, text(0x17, "200101000000Z"), text(0x18, "20991231235959Z"));
        var key = keys.getPublic().getEncoded();
        return der(SEQUENCE, version, serial, ECDSA_SHA256, name, validity, name, key);
    }

    private static byte[] text(int tag, String text) {
        return der(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = join(parts);
        var length = content.length;
        if (length < 0x80) {
            return join(new byte[] {(byte) tag, (byte) length}, content);
        }
        if (length < 0x100) {
            return join(new byte[] {(byte) tag, (byte) 0x81, (byte) length}, content);
        }
        var head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return join(head, content);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String pem(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what);
    }
}
