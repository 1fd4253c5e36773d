package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Releases;
import org.superbill.coding.codesystem.Sha256;

/**
 * One index per code system, in a folder that is named for what it was made of: opened again when that is still right, else built beside the old one and swapped
 * whole.
 */
final class SearchIndexes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SearchIndexes.class);
    /** Grows when the fields or their analysis change. */
    private static final String FORMAT = "3";

    private static final int KEY_LENGTH = 16;

    private final Path folder;
    private final Vocabulary vocabulary;
    private final Names names;
    private final Map<CodeSystem, SystemIndex> current = new ConcurrentHashMap<>();
    private volatile Dictionary dictionary;

    SearchIndexes(Path folder, Vocabulary vocabulary, Names names) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.names = names;
        dictionary = new Dictionary(List.of(), vocabulary.written());
    }

    /** Where the codes of a system come from. */
    interface Spans {
        void each(Releases releases, Consumer<CodeSpan> consumer);
    }

    /** Brings the index of a system up to its releases. One thread at a time. */
    void refresh(Releases releases, Spans spans) throws IOException {
        var key = key(releases, names.version(releases.system()));
        var old = current.get(releases.system());
        if (old != null && old.key().equals(key)) {
            return;
        }
        var target = folder.resolve(releases.system().id() + "-" + key);
        var fresh = reopen(key, releases, target).orElse(null);
        current.put(releases.system(), fresh != null ? fresh : build(key, releases, target, spans));
        dictionary =
                new Dictionary(current.values().stream().map(SystemIndex::words).toList(), vocabulary.written());
        if (old != null) {
            old.release();
        }
        deleteOthers(releases.system(), target);
    }

    /** The indexes of these systems, held open until {@link #release}; a system that has none is left out. */
    List<SystemIndex> acquire(Collection<CodeSystem> systems) {
        return systems.stream().flatMap(system -> acquire(system).stream()).toList();
    }

    static void release(Collection<SystemIndex> indexes) {
        try {
            for (var index : indexes) {
                index.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of all systems. */
    Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public void close() throws IOException {
        for (var index : current.values()) {
            index.release();
        }
        current.clear();
    }

    private Optional<SystemIndex> acquire(CodeSystem system) {
        while (true) {
            var index = current.get(system);
            if (index == null || index.acquire()) {
                return Optional.ofNullable(index);
            }
        }
    }

    private Optional<SystemIndex> reopen(String key, Releases releases, Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SystemIndex.open(key, releases, target));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "The search index in %s cannot be opened; it is built anew", target);
            delete(target);
            return Optional.empty();
        }
    }

    private SystemIndex build(String key, Releases releases, Path target, Spans spans) throws IOException {
        Files.createDirectories(folder);
        var start = System.nanoTime();
        var building = Files.createTempDirectory(folder, "building-");
        try (var writing = new IndexWriting(building, vocabulary)) {
            spans.each(releases, writing::add);
            names.each(releases.system(), writing::add);
            writing.finish();
        } catch (IOException | RuntimeException e) {
            delete(building);
            throw e;
        }
        Files.move(building, target);
        LOG.infof(
                "Built the search index of %s in %d ms",
                releases.system().id(), (System.nanoTime() - start) / 1_000_000);
        return SystemIndex.open(key, releases, target);
    }

    private String key(Releases releases, String version) {
        var text = new StringBuilder(FORMAT).append(vocabulary.names()).append(version);
        for (var release : releases.oldestFirst()) {
            text.append('\n')
                    .append(release.label())
                    .append(' ')
                    .append(release.effectiveFrom())
                    .append(' ')
                    .append(release.sha256());
        }
        return Sha256.of(text.toString().getBytes(UTF_8)).substring(0, KEY_LENGTH);
    }

    private void deleteOthers(CodeSystem system, Path keep) throws IOException {
        try (var children = Files.list(folder)) {
            children.filter(child -> child.getFileName().toString().startsWith(system.id() + "-"))
                    .filter(child -> !child.equals(keep))
                    .forEach(SearchIndexes::delete);
        }
    }

    static void delete(Path tree) {
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.warnf(e, "%s cannot be deleted", tree);
        }
    }
}
