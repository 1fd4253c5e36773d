package org.superbill.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.superbill.stack.Stack;
import org.superbill.stack.StackOptions;

/** Gives a test the running system: the demo's, or one that lives as long as this process, for surefire runs the classes of a fork one by one. */
public final class RunningSystem implements ParameterResolver {
    private static @Nullable SuperbillSystem given;
    private static @Nullable FileChannel taken; // kept open, or its lock would end

    static synchronized void use(SuperbillSystem system) {
        given = system;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SuperbillSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running();
    }

    private static synchronized SuperbillSystem running() {
        var system = given;
        if (system == null) {
            system = SuperbillSystem.of(Stack.start(temporary(free())), Narrator.silent());
            given = system;
        }
        return system;
    }

    /** A system that begins empty, on free ports, with its state and logs under {@code system-tests/target}. */
    public static StackOptions temporary(String name) {
        var root = Path.of(System.getProperty("superbill.root", "."));
        return StackOptions.isolated(
                root, root.resolve("system-tests/target/state").resolve(name));
    }

    /** The first name that no other process of the test run has taken; it is this one's until it ends. */
    private static String free() {
        for (var number = 1; ; number++) {
            var name = "system-tests-" + number;
            var state = temporary(name).state();
            try {
                Files.createDirectories(state.getParent());
                var lock = FileChannel.open(
                        state.resolveSibling(name + ".taken"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock.tryLock() != null) {
                    taken = lock;
                    return name;
                }
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
