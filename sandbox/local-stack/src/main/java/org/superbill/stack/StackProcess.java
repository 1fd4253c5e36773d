package org.superbill.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One process of the running system, to be stopped, killed and started again. */
public final class StackProcess {
    private final String name;
    private final int port;
    private final Path log;
    private final Startable startable;
    private final Consumer<StackProcess> changed;
    private volatile State state = State.STOPPED;

    StackProcess(String name, int port, Path log, Startable startable, Consumer<StackProcess> changed) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.startable = startable;
        this.changed = changed;
    }

    /** What a process does; {@link #DIED} is an end that nobody asked for. */
    public enum State {
        STARTING,
        RUNNING,
        STOPPED,
        KILLED,
        DIED
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    public State state() {
        return state;
    }

    /** The id of the process, while there is one. */
    public OptionalLong pid() {
        return child().filter(Child::isAlive)
                .map(Child::pid)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Starts it and waits until it is ready; nothing happens when it runs. @throws StackException when it does not get ready */
    public synchronized void start() {
        if (state == State.RUNNING) {
            return;
        }
        become(State.STARTING);
        try {
            startable.start().run();
        } catch (StackException e) {
            startable.kill().run();
            become(State.STOPPED);
            throw e;
        }
        become(State.RUNNING);
        var child = child().orElseThrow();
        var unused = child.handle().onExit().thenRun(() -> ended(child));
    }

    /** Ends it in order, within a minute. */
    public void stop() {
        end(State.STOPPED, startable.stop());
    }

    /** Ends it as a power cut would: kill -9. */
    public void kill() {
        end(State.KILLED, startable.kill());
    }

    public void restart() {
        stop();
        start();
    }

    private void end(State next, Runnable way) {
        var before = state;
        if (before == State.RUNNING || before == State.STARTING) {
            state = next; // first, so that its end is not taken for an accident
        }
        way.run();
        changed.accept(this);
    }

    private void ended(Child child) {
        if (state == State.RUNNING && child().filter(last -> last == child).isPresent()) {
            become(State.DIED);
        }
    }

    private void become(State next) {
        state = next;
        changed.accept(this);
    }

    /** When the running process began, to tell it from another one with its number. */
    Optional<Instant> startedAt() {
        return child().filter(Child::isAlive)
                .flatMap(child -> child.handle().info().startInstant());
    }

    String howItEnded() {
        return "%s ended by itself with exit code %d; its last words are in %s"
                .formatted(name, child().orElseThrow().exitCode(), log);
    }

    private Optional<Child> child() {
        return startable.child().get();
    }
}
