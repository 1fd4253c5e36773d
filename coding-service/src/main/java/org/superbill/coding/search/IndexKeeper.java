package org.superbill.coding.search;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codeindex.ShippedIndexes;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.codesystem.ReleasesChanged;
import org.superbill.coding.codesystem.ShippedReleases;
import org.superbill.servicekit.job.BackgroundLoop;

/**
 * Keeps the indexes equal to the active releases: at start-up, after an activation in this process, and, by asking the database every two seconds, after one in
 * another replica. All of it in one background thread; until the first round is done the service is not ready; what it need not wait for
 * comes in the second.
 */
@ApplicationScoped
class IndexKeeper {
    private static final Logger LOG = Logger.getLogger(IndexKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** So long after the last release the names follow: releases often come several at once. */
    private static final long NAMES_FOLLOW_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Codes codes;
    private final ShippedReleases shipped;
    private final ShippedIndexes shippedIndexes;
    private final CodeNames names;
    private final Optional<String> stateDirectory;
    private final BackgroundLoop loop = new BackgroundLoop("code-search-index", EVERY, this::round);
    private final Vocabulary vocabulary = new Vocabulary();
    private @Nullable Path temporary;
    private @Nullable SearchIndexes indexes;
    private volatile @Nullable CodeSearch search;
    private boolean isComplete;
    private long changedAt;

    IndexKeeper(
            Codes codes,
            ShippedReleases shipped,
            ShippedIndexes shippedIndexes,
            CodeNames names,
            @ConfigProperty(name = "superbill.state-directory") Optional<String> stateDirectory) {
        this.codes = codes;
        this.shipped = shipped;
        this.shippedIndexes = shippedIndexes;
        this.names = names;
        this.stateDirectory = stateDirectory;
    }

    /** Empty until the code sets are loaded and indexed. */
    Optional<CodeSearch> search() {
        return Optional.ofNullable(search);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
        loop.wake();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleasesChanged changed) {
        changed.isFollowedBy(loop.roundFromNow());
    }

    @PreDestroy
    void stop() throws IOException {
        if (loop.breakOff() && indexes != null) {
            indexes.close();
        }
        if (temporary != null) {
            SearchIndexes.delete(temporary);
        }
    }

    private void round() {
        try {
            if (search == null) {
                shipped.loadMissing();
                shippedIndexes.loadMissing();
            } else if (!isComplete) {
                shipped.loadLater();
                isComplete = true;
            }
            refreshDescriptions();
            if (search == null || System.nanoTime() - changedAt > NAMES_FOLLOW_NANOS) {
                refreshNames();
            }
            if (search == null) {
                search = new CodeSearch(indexes(), vocabulary);
                LOG.info("Code sets are loaded and can be searched");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refreshDescriptions() throws IOException {
        var changed = false;
        for (var releases : codes.releases().bySystem()) {
            changed |= indexes().refresh(releases, codes::eachSharedSpan);
        }
        if (changed) {
            changedAt = System.nanoTime();
            indexes().refreshDictionary();
        }
    }

    private void refreshNames() throws IOException {
        var changed = false;
        for (var releases : codes.releases().bySystem()) {
            changed |= indexes().refreshNames(releases, codes::eachSpan);
        }
        if (changed) {
            indexes().refreshDictionary();
        }
    }

    private SearchIndexes indexes() {
        if (indexes == null) {
            indexes = new SearchIndexes(folder(), vocabulary, names);
        }
        return indexes;
    }

    private Path folder() {
        var configured = stateDirectory.filter(directory -> !directory.isBlank());
        if (configured.isPresent()) {
            return Path.of(configured.get(), "coding-service", "search");
        }
        try {
            temporary = Files.createTempDirectory("superbill-coding-search-");
            return temporary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
