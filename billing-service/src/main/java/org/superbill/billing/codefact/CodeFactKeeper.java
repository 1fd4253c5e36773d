package org.superbill.billing.codefact;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFacts;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.Problem;

/**
 * Keeps what is known of codes in memory, equal to the files in the database: at the start, when a release is activated or rolled back, and, by looking every two seconds,
 * after a change by another replica. Once in a minute it asks coding-service itself, which covers what ships with it and events that came before it could be reached.
 * Until there is something, whoever checks a claim waits: no claim is checked without it.
 */
@ApplicationScoped
public class CodeFactKeeper {
    private static final Logger LOG = Logger.getLogger(CodeFactKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final long ASK_NANOS = Duration.ofSeconds(60).toNanos();
    /** Until there is something, and after a failure: coding-service may still be starting. */
    private static final long ASK_SOON_NANOS = Duration.ofSeconds(4).toNanos();

    /** Whoever waits may have a connection of the database, which reading the files needs too. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FactFileStore store;
    private final CodingService coding;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("code-facts", EVERY, this::round);
    private final Duration patience;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable CodeFacts current;
    private volatile boolean told = true;
    private boolean failed;
    private List<FactFile> inMemory = List.of();
    private long askedAt;

    @Inject
    CodeFactKeeper(FactFileStore store, CodingService coding, Clock clock) {
        this(store, coding, clock, PATIENCE);
    }

    CodeFactKeeper(FactFileStore store, CodingService coding, Clock clock, Duration patience) {
        this.store = store;
        this.coding = coding;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * {@link CodeFacts#NONE} where there is no coding-service to be asked. Whoever comes before anything is in memory waits for two seconds.
     *
     * @throws Problem {@code CODE_FACTS_NOT_READY}: coding-service has never been heard
     */
    public CodeFacts current() {
        var facts = current;
        if (facts == null) {
            try {
                var unused = first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            facts = current;
        }
        if (facts == null) {
            throw Problem.retryAfter(
                    CodeFactProblem.CODE_FACTS_NOT_READY, "coding-service has not told its codes yet", EVERY);
        }
        return facts;
    }

    /** Anything is in memory. */
    boolean isReady() {
        return current != null;
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
        if (current == null) {
            read(); // what is known already does not wait for coding-service
        }
        if (coding.isConfigured() && isTimeToAsk()) {
            ask();
        }
        read();
    }

    private void read() {
        var files = store.list();
        if (!files.equals(inMemory)) {
            var start = System.nanoTime();
            current = new FactReading(files, store::content).facts();
            inMemory = files;
            LOG.infof("What is known of codes is in memory after %d ms", (System.nanoTime() - start) / 1_000_000);
        } else if (current == null && !coding.isConfigured()) {
            current = CodeFacts.NONE;
        }
        if (current != null) {
            first.countDown();
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
