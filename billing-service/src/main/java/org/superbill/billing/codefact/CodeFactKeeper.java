package org.superbill.billing.codefact;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.superbill.coderules.CodeFacts;
import org.superbill.servicekit.job.BackgroundLoop;

/**
 * Keeps what is known of codes in memory, equal to the files in the database: at the start, when a release is activated or rolled back, and, by looking every two seconds,
 * after a change by another replica. Once in a minute it asks coding-service itself, which covers what ships with it and events that came before it could be reached.
 */
@ApplicationScoped
public class CodeFactKeeper {
    private static final Logger LOG = Logger.getLogger(CodeFactKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final long ASK_NANOS = Duration.ofSeconds(60).toNanos();
    /** Until there is something, and after a failure: coding-service may still be starting. */
    private static final long ASK_SOON_NANOS = Duration.ofSeconds(4).toNanos();

    private final FactFileStore store;
    private final CodingService coding;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("code-facts", EVERY, this::round);
    private volatile CodeFacts current = CodeFacts.NONE;
    private volatile boolean told = true;
    private boolean failed;
    private List<FactFile> inMemory = List.of();
    private long askedAt;

    CodeFactKeeper(FactFileStore store, CodingService coding, Clock clock) {
        this.store = store;
        this.coding = coding;
        this.clock = clock;
    }

    /** {@link CodeFacts#NONE} until coding-service has been heard for the first time. */
    public CodeFacts current() {
        return current;
    }

    /** The files, by name, that were fetched after a moment of the past: of what stood in them before nothing is kept. */
    public List<String> changedAfter(Instant moment) {
        return store.fetchedAfter(moment);
    }

    /** A release was activated or rolled back: its files are fetched soon. */
    public void soon() {
        told = true;
        loop.wake();
    }

    void start(@Observes StartupEvent started) {
        loop.start();
        loop.wake();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    private void round() {
        if (coding.isConfigured() && isTimeToAsk()) {
            ask();
        }
        var files = store.list();
        if (!files.equals(inMemory)) {
            var start = System.nanoTime();
            current = new FactReading(files, store::content).facts();
            inMemory = files;
            LOG.infof("What is known of codes is in memory after %d ms", (System.nanoTime() - start) / 1_000_000);
        }
    }

    private boolean isTimeToAsk() {
        return told || System.nanoTime() - askedAt > (failed || inMemory.isEmpty() ? ASK_SOON_NANOS : ASK_NANOS);
    }

    private void ask() {
        told = false;
        askedAt = System.nanoTime();
        try {
            takeOver(coding.list().stream().filter(FactReading::wants).toList());
            failed = false;
        } catch (UncheckedIOException e) {
            if (!failed) {
                LOG.infof("coding-service cannot be asked for codes now (%s); tried again", e.getMessage());
            }
            failed = true;
        }
    }

    private void takeOver(List<FactFile> there) {
        if (there.isEmpty()) {
            return; // it is still loading
        }
        var here = store.list();
        var changed = new LinkedHashMap<FactFile, byte[]>();
        there.stream()
                .filter(file -> !here.contains(file))
                .forEach(file -> changed.put(file, coding.fetch(file.name())));
        var names = there.stream().map(FactFile::name).collect(Collectors.toSet());
        var gone = here.stream()
                .map(FactFile::name)
                .filter(name -> !names.contains(name))
                .toList();
        if (!changed.isEmpty() || !gone.isEmpty()) {
            store.replace(changed, gone, clock.instant());
        }
    }
}
