package org.superbill.systemtests;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.stack.Stack;

/** A running system: this machine's, through the launcher that {@code ./superbill up} uses, or one in containers. */
public final class SuperbillSystem implements AutoCloseable {
    private final URI gateway;
    private final URI payerSimulator;
    private final Tokens tokens;
    private final Narrator narrator;
    private final @Nullable Stack stack;

    private SuperbillSystem(URI gateway, URI payerSimulator, Tokens tokens, Narrator narrator, @Nullable Stack stack) {
        this.gateway = gateway;
        this.payerSimulator = payerSimulator;
        this.tokens = tokens;
        this.narrator = narrator;
        this.stack = stack;
    }

    public static SuperbillSystem of(Stack stack, Narrator narrator) {
        var gateway = URI.create(stack.gatewayUrl());
        return new SuperbillSystem(
                gateway,
                URI.create(stack.payerSimulatorUrl()),
                new LocalTokens(gateway, stack.tokens().platformAdmin()),
                narrator,
                stack);
    }

    public static SuperbillSystem at(URI gateway, URI payerSimulator, Tokens tokens, Narrator narrator) {
        return new SuperbillSystem(gateway, payerSimulator, tokens, narrator, null);
    }

    /** The launcher's controls, for faults; a system in containers has none. */
    public Stack stack() {
        return Objects.requireNonNull(stack, "not started by the launcher");
    }

    public Narrator narrator() {
        return narrator;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Gateway anonymous() {
        return Gateway.at(gateway, narrator);
    }

    public Gateway platformAdmin() {
        return anonymous().as("platform-admin", tokens.platformAdmin());
    }

    public URI payerSimulator() {
        return payerSimulator;
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
        }
    }
}
