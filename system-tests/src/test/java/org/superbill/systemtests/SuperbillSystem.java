package org.superbill.systemtests;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.superbill.stack.Stack;
import org.superbill.stack.StackOptions;

/** The whole system on this machine: started once for all tests of a run, through the same launcher that {@code ./superbill up} uses. */
public final class SuperbillSystem implements AutoCloseable {
    private final Stack stack;
    private final Narrator narrator;

    private SuperbillSystem(Stack stack, Narrator narrator) {
        this.stack = stack;
        this.narrator = narrator;
    }

    public static SuperbillSystem of(Stack stack, Narrator narrator) {
        return new SuperbillSystem(stack, narrator);
    }

    public Stack stack() {
        return stack;
    }

    public Narrator narrator() {
        return narrator;
    }

    public Gateway anonymous() {
        return Gateway.at(stack.url("gateway"), narrator);
    }

    public Gateway platformAdmin() {
        return anonymous().as("platform-admin", stack.platformAdminToken());
    }

    public URI payerSimulator() {
        return stack.url("payer-simulator");
    }

    @Override
    public void close() {
        stack.close();
    }
}
