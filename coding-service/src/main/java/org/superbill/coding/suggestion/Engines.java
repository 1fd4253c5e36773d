package org.superbill.coding.suggestion;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.cac.CodeBook;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.codesystem.Releases;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.Problem;

/**
 * The engine of each active release of ICD-10-CM, made in one background thread: when a date of its year is asked for the first time, and the newest, unasked, half
 * a minute after the start. Who asks first waits for it. It is made anew when other terms are loaded.
 */
@ApplicationScoped
class Engines {
    private static final Logger LOG = Logger.getLogger(Engines.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int MOST = 2;

    /** It takes some seconds. */
    private static final int PATIENCE_SECONDS = 30;

    /** Each holds a connection to the database meanwhile; who comes beyond them is told to come again. */
    private static final int WAITING_AT_MOST = 4;

    /** Unasked, the newest is made when the service has had time to get ready. */
    private static final int ROUNDS_BEFORE_UNASKED = 15;

    private final Codes codes;
    private final Clock clock;
    private final LoadedTerms terms;
    private final Map<CodeRelease, Made> byRelease = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(WAITING_AT_MOST);
    /** When each was asked for last. */
    private final Map<CodeRelease, Instant> wanted = new ConcurrentHashMap<>();

    private int rounds;
    private final BackgroundLoop loop = new BackgroundLoop("suggestion-terms", EVERY, this::round);

    private final DrugCodes drugs;

    Engines(Codes codes, LoadedTerms terms, DrugCodes drugs, Clock clock) {
        this.codes = codes;
        this.terms = terms;
        this.drugs = drugs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.breakOff();
    }

    /** @param terms which ones it was made with */
    private record Made(Cac cac, String terms) {}

    /**
     * An engine.
     *
     * @param warnings what is to be said of its release on the day
     * @param ofTheDay whether its release was in force on it
     */
    record Engine(Cac cac, List<String> warnings, boolean ofTheDay) {}

    /** @throws Problem {@code SUGGESTIONS_NOT_READY} when making it takes longer than anybody waits, {@code SUGGESTIONS_WITHOUT_RELEASE} when no release was in force on the day */
    Engine on(LocalDate day) {
        var releases = codes.releases().of(CodeSystem.ICD_10_CM);
        return of(releases.inForce(day).orElseThrow(() -> withoutRelease(releases, day)), releases, day);
    }

    /** Of the first release, where none was in force yet. @throws Problem as {@link #on} */
    Engine nearest(LocalDate day) {
        var releases = codes.releases().of(CodeSystem.ICD_10_CM);
        return of(
                releases.inForce(day)
                        .or(() -> releases.oldestFirst().stream().findFirst())
                        .orElseThrow(() -> withoutRelease(releases, day)),
                releases,
                day);
    }

    private Engine of(CodeRelease release, Releases releases, LocalDate day) {
        wanted.put(release, clock.instant());
        var made = byRelease.get(release);
        if (made == null) {
            awaitRound();
            made = byRelease.get(release);
        }
        if (made == null) {
            throw notReady();
        }
        return new Engine(
                made.cac(), releases.warnings(day), !release.effectiveFrom().isAfter(day));
    }

    private void awaitRound() {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            loop.roundFromNow().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            LOG.debug("An engine is not made yet", e); // who asked is told so
        } finally {
            waiting.release();
        }
    }

    /** What is to be said of a time over which the codes change: what is proposed is of its first day. */
    Optional<String> changedWithin(LocalDate on, LocalDate until) {
        var releases = codes.releases().of(CodeSystem.ICD_10_CM);
        var first = releases.inForce(on);
        return releases.inForce(until)
                .filter(last -> first.isPresent() && !last.equals(first.get()))
                .map(last ->
                        "Lines until %s point to codes of ICD-10-CM %s, which begins on %s; what is proposed is of %s, by the date of service %s."
                                .formatted(
                                        until,
                                        last.label(),
                                        last.effectiveFrom(),
                                        first.get().label(),
                                        on));
    }

    private static Problem withoutRelease(Releases releases, LocalDate day) {
        var first = releases.oldestFirst().stream().findFirst();
        return new Problem(
                SuggestionProblem.SUGGESTIONS_WITHOUT_RELEASE,
                "No release of ICD-10-CM that was in force on %s is loaded%s"
                        .formatted(
                                day,
                                first.map(release -> "; the first begins on " + release.effectiveFrom())
                                        .orElse("")));
    }

    private static Problem notReady() {
        return Problem.retryAfter(
                SuggestionProblem.SUGGESTIONS_NOT_READY, "The terms of the release are being read", EVERY);
    }

    private void round() {
        drugs.refresh();
        var releases = codes.releases().of(CodeSystem.ICD_10_CM);
        var all = releases.oldestFirst();
        byRelease.keySet().removeIf(release -> !all.contains(release));
        wanted.keySet().removeIf(release -> !all.contains(release));
        if (!all.isEmpty() && ++rounds > ROUNDS_BEFORE_UNASKED) {
            wanted.putIfAbsent(current(releases, all), clock.instant());
        }
        for (var release : all) {
            if (wanted.containsKey(release)) {
                make(releases, release, current(releases, all));
            }
        }
    }

    private void make(Releases releases, CodeRelease release, CodeRelease current) {
        var known = byRelease.get(release);
        var found = terms.of(release);
        if (known != null && known.terms().equals(found.version())) {
            return;
        }
        if (known == null) {
            forgetOne(current);
        }
        byRelease.put(release, new Made(new Cac(book(releases, release), terms.read(found)), found.version()));
        LOG.infof("Suggestions can be asked for under ICD-10-CM %s", release.label());
    }

    /** That of today by the business clock; before the first release the newest. */
    private CodeRelease current(Releases releases, List<CodeRelease> all) {
        return releases.inForce(LocalDate.now(clock)).orElse(all.get(all.size() - 1));
    }

    /** Tens of megabytes each: no more than a few years at a time. Who asks for old years takes today's from nobody. */
    private void forgetOne(CodeRelease current) {
        if (byRelease.size() >= MOST) {
            byRelease.keySet().stream()
                    .filter(release -> !release.equals(current))
                    .min(Comparator.comparing(release -> wanted.getOrDefault(release, Instant.EPOCH)))
                    .ifPresent(longestUnasked -> {
                        byRelease.remove(longestUnasked);
                        wanted.remove(longestUnasked);
                    });
        }
    }

    private CodeBook book(Releases releases, CodeRelease release) {
        var entries = new ArrayList<CodeBook.Entry>();
        codes.eachSpan(releases, span -> {
            var ended = span.to() != null && span.to().isBefore(release.effectiveFrom());
            if (!ended && !span.from().isAfter(release.effectiveFrom())) {
                entries.add(new CodeBook.Entry(span.code(), span.billable(), span.longDescription()));
            }
        });
        return new CodeBook(release.label(), entries);
    }
}
