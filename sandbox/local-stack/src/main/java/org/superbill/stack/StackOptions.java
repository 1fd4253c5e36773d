package org.superbill.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the system is started.
 * @param root the folder of the project, in which the services are built
 * @param state where everything is kept that outlives a stop
 * @param fresh what an earlier run left there is deleted first
 * @param freePorts takes ports that are free instead of the usual ones
 * @param progress is told each step, one line each
 */
public record StackOptions(Path root, Path state, boolean fresh, boolean freePorts, Consumer<String> progress) {

    public StackOptions {
        root = root.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** Empty and on free ports, so that it never meets another one: for tests and the demo. Silent. */
    public static StackOptions isolated(Path root, Path state) {
        return new StackOptions(root, state, true, true, line -> {});
    }

    /** With its state in {@code ROOT/.superbill} and on the usual ports, or where the environment's {@code SUPERBILL_PORT_…} say. */
    public static StackOptions usual(Path root) {
        return new StackOptions(root, root.resolve(".superbill"), false, false, line -> {});
    }

    public StackOptions reporting(Consumer<String> to) {
        return new StackOptions(root, state, fresh, freePorts, to);
    }

    /** Keeps what an earlier run left, to see it again. */
    public StackOptions keeping() {
        return new StackOptions(root, state, false, freePorts, progress);
    }

    Map<Port, Integer> ports() {
        return freePorts ? Port.free() : Port.usual(System::getenv);
    }
}
