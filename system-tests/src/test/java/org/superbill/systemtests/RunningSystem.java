package org.superbill.systemtests;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jspecify.annotations.Nullable;
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

    private static SuperbillSystem start() {
        try {
            return SuperbillSystem.of(Stack.start(StackOptions.temporary()), Narrator.silent());
        } catch (IOException e) {
            throw new IllegalStateException("The system does not start", e);
        }
    }
}
