package dev.daybreak.rehearsal.lambda;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;

/// Follows every reference in a jar's classes to what it refers to, as the JVM would.
final class Links {
    private final Map<String, ClassModel> classes = new HashMap<>();

    Links(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
                    var bytes = file.getInputStream(entry).readAllBytes();
                    var model = ClassFile.of().parse(bytes);
                    classes.put(model.thisClass().asInternalName(), model);
                }
            }
        }
    }

    /// What Daybreak's own code and the SDK's services refer to and would not find.
    Set<String> missing() {
        var missing = new TreeSet<String>();
        classes.forEach(
                (name, model) -> {
                    if (isChecked(name)) {
                        check(model, missing);
                    }
                });
        return missing;
    }

    /// Other libraries refer to many that they can do without.
    private static boolean isChecked(String name) {
        return name.startsWith("dev/daybreak/") || name.startsWith("software/amazon/awssdk/");
    }

    /// Whose absence says something: the SDK has a signer in C that one may add.
    private static boolean isExpected(String name) {
        return isChecked(name) && !name.startsWith("software/amazon/awssdk/crt");
    }

    private void check(ClassModel model, Set<String> missing) {
        for (var entry : model.constantPool()) {
            if (entry instanceof ClassEntry type && isMissing(type)) {
                missing.add(element(type.asSymbol()));
            } else if (entry instanceof MemberRefEntry member
                    && classes.containsKey(member.owner().asInternalName())
                    && !has(member.owner().asInternalName(), member, new HashSet<>())) {
                missing.add(member.owner().asInternalName() + "." + member.name().stringValue());
            }
        }
    }

    private boolean isMissing(ClassEntry type) {
        var name = element(type.asSymbol());
        return isExpected(name) && !classes.containsKey(name);
    }

    private static String element(ClassDesc type) {
        var one = type;
        while (one.isArray()) {
            one = one.componentType();
        }
        var text = one.descriptorString();
        return one.isPrimitive() ? text : text.substring(1, text.length() - 1);
    }

    /// A class above that is not in the jar, the JDK's for example, may have it.
    private boolean has(String owner, MemberRefEntry member, Set<String> seen) {
        var model = classes.get(owner);
        if (model == null) {
            return !owner.equals("java/lang/Object") || isOfObject(member);
        }
        if (!seen.add(owner)) {
            return false;
        }
        return declares(model, member)
                || model.superclass()
                        .map(above -> has(above.asInternalName(), member, seen))
                        .orElse(false)
                || model.interfaces().stream()
                        .anyMatch(above -> has(above.asInternalName(), member, seen));
    }

    private static boolean declares(ClassModel model, MemberRefEntry member) {
        var name = member.name().stringValue();
        var type = member.type().stringValue();
        return model.methods().stream()
                        .anyMatch(
                                one ->
                                        one.methodName().equalsString(name)
                                                && one.methodType().equalsString(type))
                || model.fields().stream()
                        .anyMatch(
                                one ->
                                        one.fieldName().equalsString(name)
                                                && one.fieldType().equalsString(type));
    }

    private static boolean isOfObject(MemberRefEntry member) {
        return Set.of("getClass", "hashCode", "equals", "toString", "clone", "notify", "notifyAll")
                        .contains(member.name().stringValue())
                || member.name().stringValue().equals("wait");
    }
}
