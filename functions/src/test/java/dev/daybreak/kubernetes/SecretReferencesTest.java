package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReferencesTest {
    private static final String ARN =
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/db";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | shop/db   | {'data':[{'remoteRef':{'key':'shop/db','property':'host'}}]}",
                "true  | shop/db   | {'data':[{'remoteRef':{}},{'remoteRef':{'key':'shop/db'}}]}",
                "true  | shop/db   | {'data':[{'remoteRef':{'key':'ARN-a1B2c3'}}]}",
                "true  | shop/db   | {'data':[{'remoteRef':{'key':'ARN'}}]}",
                "true  | ARN-a1B2c3| {'data':[{'remoteRef':{'key':'shop/db'}}]}",
                "true  | ARN-a1B2c3| {'dataFrom':[{'extract':{'key':'ARN-a1B2c3'}}]}",
                "true  | ARN-a1B2c3| {'dataFrom':[{'extract':{'key':'ARN'}}]}",
                "true  | shop/db   | {'dataFrom':[{'extract':{'key':'shop/db'}}]}",
                "true  | shop/db   | {'dataFrom':[{'find':{'name':{'regexp':'^shop/'}}}]}",
                "true  | shop/db   | {'dataFrom':[{'find':{'path':'shop/'}}]}",
                "true  | shop/db   | {'dataFrom':[{'find':{'name':{'regexp':'(?i'}}}]}",
                "false | shop/db   | {'dataFrom':[{'find':{'path':'sh','name':{'regexp':'x'}}}]}",
                "false | shop/db   | {'dataFrom':[{'find':{'tags':{'a':'b'}}}]}",
                "false | shop/db   | {'data':[{'remoteRef':{'key':'shop/db2'}}]}",
                "false | ARN-a1B2c3| {'data':[{'remoteRef':{'key':'ARN2-a1B2c3'}}]}",
                "false | shop/db   | {'dataFrom':[{'sourceRef':{'name':'shop/db'}}]}",
                "false | shop/db   | {}",
            })
    void aReaderIsFoundByNameByArnAndThroughDataFrom(boolean reads, String secret, String spec)
            throws JsonProcessingException {
        var json = new ObjectMapper().readTree(spec.replace("ARN", ARN).replace('\'', '"'));

        assertThat(SecretReferences.reads(json, secret.replace("ARN", ARN))).isEqualTo(reads);
    }
}
