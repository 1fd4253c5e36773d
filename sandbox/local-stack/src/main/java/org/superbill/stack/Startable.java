package org.superbill.stack;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What runs as one process of ours and can run again.
 * @param start starts it and waits until it is ready, or throws a {@link StackException}; nothing happens when it runs
 * @param stop ends it in order; nothing happens when it does not run
 * @param kill ends it as a power cut would
 * @param child the process that runs or ran last
 */
record Startable(Runnable start, Runnable stop, Runnable kill, Supplier<Optional<Child>> child) {}
