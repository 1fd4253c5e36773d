package org.superbill.stack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program behind {@code ./superbill up}, {@code down} and {@code codes}. */
public final class Launcher {
    private static final String USAGE = """
            superbill up [--fresh] [--lasting] [--state DIR] [--ports free]   starts everything and stays in the foreground; Ctrl-C ends it
            superbill down [--state DIR]                          ends what runs on that state
            """ + CodesCommand.USAGE;

    private static final Duration STOP = Duration.ofSeconds(90);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Launcher().run(new ArrayDeque<>(List.of(arguments))));
    }

    private int run(Queue<String> arguments) throws InterruptedException {
        var command = arguments.isEmpty() ? "" : arguments.remove();
        try {
            switch (command) {
                case "up" -> up(options(arguments));
                case "down" -> down(options(arguments).state());
                case "codes" -> codes(arguments);
                default -> throw new UsageException();
            }
            return 0;
        } catch (UsageException | CodesCommand.WrongUse e) {
            err.println(USAGE);
            return 2;
        } catch (StackException e) {
            err.println("superbill: " + e.getMessage());
            return 1;
        }
    }

    private StackOptions options(Queue<String> arguments) {
        var root = root();
        var state = root.resolve(".superbill");
        var fresh = false;
        var lasting = false;
        var freePorts = false;
        while (!arguments.isEmpty()) {
            switch (arguments.remove()) {
                case "--fresh" -> fresh = true;
                case "--lasting" -> lasting = true;
                case "--state" -> state = Path.of(value(arguments));
                case "--ports" -> {
                    if (!value(arguments).equals("free")) {
                        throw new UsageException();
                    }
                    freePorts = true;
                }
                default -> throw new UsageException();
            }
        }
        return new StackOptions(root, state, fresh, freePorts, true, lasting, Duration.ZERO, out::println);
    }

    private static Path root() {
        return Path.of(System.getProperty("superbill.root", "")).toAbsolutePath();
    }

    private static String value(Queue<String> arguments) {
        if (arguments.isEmpty()) {
            throw new UsageException();
        }
        return arguments.remove();
    }

    private void up(StackOptions options) throws InterruptedException {
        var stack = Stack.start(options);
        stack.onDeath(line -> new Thread(() -> die(line), "die").start());
        try (var control = ControlApi.start(stack)) {
            introduce(stack);
            new CountDownLatch(1).await(); // until a signal
        } finally {
            stack.close();
        }
    }

    private void die(String line) {
        err.println("superbill: " + line + ". Everything else is stopped now; start again with \"./superbill up\"");
        System.exit(1);
    }

    private void introduce(Stack stack) {
        out.printf(
                """

                API      %s/api/v1
                Docs     %s/q/swagger-ui
                Payer    %s
                Control  http://localhost:%d (token: controlToken in %s)
                Logs     %s
                Tokens   %s/ROLE, good for 7 days, organization %s:

                """,
                stack.gatewayUrl(),
                stack.gatewayUrl(),
                stack.payerSimulatorUrl(),
                stack.controlPort(),
                stack.state().resolve("stack.json"),
                stack.logFolder(),
                stack.tokenFolder(),
                stack.organization());
        stack.readyMadeTokens().forEach((role, token) -> out.printf("%s%n  %s%n", role, token));
        out.printf("%nready. Ctrl-C ends everything.%n");
    }

    /** Ends the launcher that runs on this state, and what one left that was killed. */
    private void down(Path state) {
        var file = new StateFile(state.toAbsolutePath().normalize());
        var content = file.read();
        if (content.isEmpty()) {
            out.println("Nothing runs on " + state);
            return;
        }
        content.get().launcher().find().ifPresent(launcher -> {
            launcher.destroy();
            awaitFree(state.toAbsolutePath(), launcher);
        });
        file.endOrphans();
        out.println("Everything is stopped");
    }

    private void codes(Queue<String> arguments) {
        var state = taken(arguments);
        var running = new StateFile(state)
                .read()
                .orElseThrow(() ->
                        new StackException("Nothing runs on %s: start it with \"./superbill up\"".formatted(state)));
        if (running.organization() == null) {
            throw new StackException("Superbill is still starting: wait until it is ready");
        }
        var organization = UUID.fromString(running.organization());
        var tokens = new Tokens(Secrets.in(state.resolve("secrets")).issuerKey(), Clock.systemUTC());
        var client = new CodeReleaseClient(
                new GatewayClient(String.valueOf(running.urls().get("gateway"))),
                tokens.system(organization, "code-release:load", "code:read"));
        new CodesCommand(client, out).run(arguments);
    }

    /** Where {@code --state} says, wherever it stands among the arguments, else the usual place. */
    private static Path taken(Queue<String> arguments) {
        var all = new ArrayDeque<>(arguments);
        arguments.clear();
        var state = root().resolve(".superbill");
        while (!all.isEmpty()) {
            var argument = all.remove();
            if (argument.equals("--state")) {
                state = Path.of(value(all));
            } else {
                arguments.add(argument);
            }
        }
        return state.toAbsolutePath().normalize();
    }

    /** The lock tells, not the process: one that has ended stays in the list until whoever started it has looked. */
    private static void awaitFree(Path state, ProcessHandle launcher) {
        var deadline = System.nanoTime() + STOP.toNanos();
        while (!StateFolder.isFree(state)) {
            if (System.nanoTime() > deadline) {
                launcher.destroyForcibly();
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
