package io.foxden.dist.archive;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The classes that a class file names so that the JVM may come to load them: all but those of annotations, which may be missing. */
final class ReferencedClasses {
    // Java Virtual Machine Specification, table 4.4-A
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private final Set<String> names = new TreeSet<>();

    private ReferencedClasses() {}

    /** @return internal names: {@code org/slf4j/Logger} */
    static Set<String> of(byte[] classFile) {
        ReferencedClasses found = new ReferencedClasses();
        ClassReader reader = new ClassReader(classFile);
        found.readConstants(reader);
        found.readMembers(reader);
        return found.names;
    }

    private void readConstants(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset == 0) {
                continue; // the second half of a long or double
            }
            switch (reader.readByte(offset - 1)) {
                case CLASS -> add(Type.getObjectType(reader.readUTF8(offset, buffer)));
                case NAME_AND_TYPE -> add(Type.getType(reader.readUTF8(offset + 2, buffer)));
                case METHOD_TYPE -> add(Type.getType(reader.readUTF8(offset, buffer)));
                default -> {}
            }
        }
    }

    private void readMembers(ClassReader reader) {
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access, String name, String type, String generic, Object value) {
                        add(Type.getType(type));
                        return null;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] exceptions) {
                        add(Type.getType(type));
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
    }

    private void add(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> add(type.getElementType());
            case Type.METHOD -> {
                add(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    add(argument);
                }
            }
            case Type.OBJECT -> names.add(type.getInternalName());
            default -> {}
        }
    }
}
