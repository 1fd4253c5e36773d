package org.superbill.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the system is started.
 * @param root the folder of the project, in which the services are built
 * @param state where everything is kept that outlives a stop
 * @param fresh what an earlier run left there is deleted first
 * @param freePorts takes ports that are free instead of the usual ones
 * @param archiving keeps what makes the next start faster, for a longer stop now
 * @param lasting runs for long: the JVMs compile with their optimizing compiler too, which takes more processor time in the first
 *     minutes than it saves in them
 * @param clockAhead how far the business clock is ahead when the services start
 * @param progress is told each step, one line each
 */
public record StackOptions(
        Path root,
        Path state,
        boolean fresh,
        boolean freePorts,
        boolean archiving,
        boolean lasting,
        Duration clockAhead,
        Consumer<String> progress) {

    public StackOptions {
        root = root.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** Empty, on free ports and on a {@link FixedDay}, so that it never meets another one or another year: for tests and the demo. Silent. */
    public static StackOptions isolated(Path root, Path state) {
        return new StackOptions(root, state, true, true, false, false, FixedDay.AHEAD, line -> {});
    }

    public StackOptions reporting(Consumer<String> to) {
        return new StackOptions(root, state, fresh, freePorts, archiving, lasting, clockAhead, to);
    }

    /** Keeps what an earlier run left, to see it again. */
    public StackOptions keeping() {
        return new StackOptions(root, state, false, freePorts, archiving, lasting, clockAhead, progress);
    }

    /** To be measured, or to work for hours. */
    public StackOptions forLong() {
        return new StackOptions(root, state, fresh, freePorts, archiving, true, clockAhead, progress);
    }

    Map<Port, Integer> ports() {
        return freePorts ? Port.free() : Port.usual(System::getenv);
    }
}
