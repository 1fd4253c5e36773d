package org.superbill.systemtests;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.superbill.stack.Stack;
import org.superbill.stack.StackOptions;

/** Gives a test the running system: the demo's, or one of its own that lives as long as the test run. */
public final class RunningSystem implements ParameterResolver {
    private static @Nullable SuperbillSystem given;

    static void use(SuperbillSystem system) {
        given = system;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SuperbillSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (given != null) {
            return given;
        }
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("system", key -> start(), SuperbillSystem.class);
    }

    /** A system that begins empty, on free ports, with its state and logs under {@code system-tests/target}. */
    public static StackOptions temporary(String name) {
        var root = Path.of(System.getProperty("superbill.root", "."));
        return StackOptions.isolated(
                root, root.resolve("system-tests/target/state").resolve(name));
    }

    private static SuperbillSystem start() {
        return SuperbillSystem.of(Stack.start(temporary("system-tests")), Narrator.silent());
    }
}
