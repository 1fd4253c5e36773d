package org.superbill.stack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A program that needs a whole system for its own work, as the demo and the benchmarks do. When the system does not start, a process
 * of it dies or the work fails, that is one line, the exit code is 1 and nothing is left running.
 */
public final class StackProgram {
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final AtomicBoolean failed = new AtomicBoolean();

    private StackProgram() {}

    /** What is done while the system runs. */
    public interface Work {
        void on(Stack stack) throws Exception;
    }

    /**
     * Starts the system, does the work and stops the system.
     * @return whether it went well; if not, the line has been told and nothing more can be printed
     */
    public static boolean run(StackOptions options, Work work) {
        return new StackProgram().goesWell(options, work);
    }

    private boolean goesWell(StackOptions options, Work work) {
        try (var stack = Stack.start(options)) {
            stack.onDeath(line -> new Thread(() -> die(line), "die").start());
            work.on(stack);
        } catch (Exception | AssertionError e) {
            tell(String.valueOf(e instanceof StackException ? e.getMessage() : e));
        }
        return !failed.get();
    }

    /** At once: the work may wait for what will never come. */
    private void die(String line) {
        tell(line + ". Everything else is stopped now");
        System.exit(1);
    }

    /** Only the first time: what fails because of it, and what the work still says, would only hide it. */
    private void tell(String line) {
        if (!failed.getAndSet(true)) {
            err.println("superbill: " + line.lines().map(String::strip).collect(Collectors.joining(" ")));
            System.out.close();
        }
    }
}
