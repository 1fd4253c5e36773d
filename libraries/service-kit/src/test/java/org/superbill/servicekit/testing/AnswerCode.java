package org.superbill.servicekit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Which headers the compiled code of a resource's method writes: it and the methods of resources that it calls name {@code "ETag"} or
 * {@code "Location"}, or call the builder's methods for them.
 */
final class AnswerCode {
    private static final Map<String, String> WRITERS = Map.of("tag", "ETag", "location", "Location");
    private static final Set<String> HEADERS = Set.copyOf(WRITERS.values());

    private record Code(Set<String> headers, Set<String> calls) {}

    private final Map<String, Map<String, Code>> methodsOfClass = new HashMap<>();

    Set<String> headers(Method method) {
        var headers = new HashSet<String>();
        collect(
                Type.getInternalName(method.getDeclaringClass()),
                method.getName() + Type.getMethodDescriptor(method),
                new HashSet<>(),
                headers);
        return headers;
    }

    private void collect(String owner, String method, Set<String> seen, Set<String> headers) {
        if (!owner.endsWith("Resource") || !seen.add(owner + '.' + method)) {
            return;
        }
        var code = methodsOfClass.computeIfAbsent(owner, AnswerCode::read).get(method);
        if (code != null) {
            headers.addAll(code.headers());
            code.calls().forEach(call -> {
                var parts = call.split("\\.", 2);
                collect(parts[0], parts[1], seen, headers);
            });
        }
    }

    private static Map<String, Code> read(String owner) {
        var methods = new HashMap<String, Code>();
        var loader = Thread.currentThread().getContextClassLoader();
        try (var bytes = Objects.requireNonNull(loader.getResourceAsStream(owner + ".class"), owner)) {
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String descriptor, String signature, String[] thrown) {
                                    var code = new Code(new HashSet<>(), new HashSet<>());
                                    methods.put(name + descriptor, code);
                                    return new Reader(code);
                                }
                            },
                            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }

    private static final class Reader extends MethodVisitor {
        private final Code code;

        Reader(Code code) {
            super(Opcodes.ASM9);
            this.code = code;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && HEADERS.contains(text)) {
                code.headers.add(text);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.contains("ResponseBuilder") && WRITERS.containsKey(name)) {
                code.headers.add(WRITERS.get(name));
            }
            code.calls.add(owner + '.' + name + descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (var argument : arguments) {
                if (argument instanceof Handle lambda) {
                    code.calls.add(lambda.getOwner() + '.' + lambda.getName() + lambda.getDesc());
                }
            }
        }
    }
}
