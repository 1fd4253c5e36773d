package org.superbill.coding.search;

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
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Releases;
import org.superbill.servicekit.ids.Sha256;

/**
 * One index per code system, of two parts in folders that are named for what they were made of: opened again when that is still right, else built beside the old one
 * and swapped whole. Descriptions come with a release; other names, of which there are more, may follow later: until then those of the release before serve.
 */
final class SearchIndexes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SearchIndexes.class);
    /** Grows when the fields or their analysis change. */
    private static final String FORMAT = "8";

    private static final int KEY_LENGTH = 16;
    private static final String NAMES = "-names";

    private final Path folder;
    private final Vocabulary vocabulary;
    private final Names names;
    private final Map<CodeSystem, SystemIndex> current = new ConcurrentHashMap<>();
    private final Words stemmer = new Words();
    private volatile Dictionary dictionary;

    SearchIndexes(Path folder, Vocabulary vocabulary, Names names) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.names = names;
        dictionary = new Dictionary(List.of(), vocabulary.written(), stemmer);
    }

    /** Where the codes of a system come from. */
    interface Spans {
        void each(Releases releases, Consumer<CodeSpan> consumer);
    }

    /**
     * Brings the descriptions of a system up to its releases. One thread at a time.
     *
     * @return whether there was something to do
     */
    boolean refresh(Releases releases, Spans spans) throws IOException {
        var key = key(vocabulary.names(), releases);
        var old = current.get(releases.system());
        if (old != null && old.descriptions().key().equals(key)) {
            return false;
        }
        var part = part(releases.system().id(), key);
        var oldNames = old == null ? new SystemIndex.Part("", "", folder) : old.names();
        swap(releases, part, oldNames, part, writing -> spans.each(releases, writing::add));
        return true;
    }

    /**
     * Brings the other names of a system up to its releases, after {@link #refresh}. One thread at a time.
     *
     * @return whether there was something to do
     */
    boolean refreshNames(Releases releases, Spans spans) throws IOException {
        var old = current.get(releases.system());
        var version = names.version(releases.system());
        if (old == null || version.isEmpty() && !old.names().exists()) {
            return false;
        }
        var key = key(version, releases);
        if (old.names().key().equals(key)) {
            return false;
        }
        var part = part(releases.system().id() + NAMES, key);
        swap(releases, old.descriptions(), part, part, writing -> {
            spans.each(releases, writing::know);
            names.each(releases.system(), writing::add);
        });
        return true;
    }

    /** Opens both parts, after the one that changes has been written unless it is there already, and closes what was open before. */
    private void swap(
            Releases releases,
            SystemIndex.Part descriptions,
            SystemIndex.Part names,
            SystemIndex.Part changing,
            Consumer<IndexWriting> content)
            throws IOException {
        var system = releases.system();
        var fresh = reopen(releases, descriptions, names).orElse(null);
        if (fresh == null) {
            build(changing, system, content);
            fresh = SystemIndex.open(releases, descriptions, names);
        }
        var old = current.put(system, fresh);
        if (old != null) {
            old.release();
        }
        deleteOthers(changing.name(), changing.folder());
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

    /** After all systems that change have been brought up: makes the words of all systems anew. */
    void refreshDictionary() {
        dictionary = new Dictionary(
                current.values().stream().map(SystemIndex::words).toList(), vocabulary.written(), stemmer);
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

    private static Optional<SystemIndex> reopen(
            Releases releases, SystemIndex.Part descriptions, SystemIndex.Part names) {
        if (!Files.isDirectory(descriptions.folder()) || names.exists() && !Files.isDirectory(names.folder())) {
            return Optional.empty();
        }
        try {
            return Optional.of(SystemIndex.open(releases, descriptions, names));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "The search index in %s cannot be opened; it is built anew", descriptions.folder());
            return Optional.empty();
        }
    }

    private void build(SystemIndex.Part part, CodeSystem system, Consumer<IndexWriting> content) throws IOException {
        Files.createDirectories(folder);
        delete(part.folder()); // what is there cannot be opened
        var start = System.nanoTime();
        var building = Files.createTempDirectory(folder, "building-");
        try (var writing = new IndexWriting(building, vocabulary)) {
            content.accept(writing);
            writing.finish();
        } catch (IOException | RuntimeException e) {
            delete(building);
            throw e;
        }
        Files.move(building, part.folder());
        LOG.infof(
                "Built the search index %s of %s in %d ms",
                part.folder().getFileName(), system.id(), (System.nanoTime() - start) / 1_000_000);
    }

    private SystemIndex.Part part(String name, String key) {
        return new SystemIndex.Part(name, key, folder.resolve(name + "-" + key));
    }

    private static String key(String version, Releases releases) {
        var text = new StringBuilder(FORMAT).append(version);
        for (var release : releases.oldestFirst()) {
            text.append('\n')
                    .append(release.label())
                    .append(' ')
                    .append(release.effectiveFrom())
                    .append(' ')
                    .append(release.sha256());
        }
        return Sha256.hex(text.toString()).substring(0, KEY_LENGTH);
    }

    private void deleteOthers(String name, Path keep) throws IOException {
        var ofTheName = Pattern.compile(Pattern.quote(name) + "-[0-9a-f]{%d}".formatted(KEY_LENGTH));
        try (var children = Files.list(folder)) {
            children.filter(child ->
                            ofTheName.matcher(child.getFileName().toString()).matches())
                    .filter(child -> !child.equals(keep))
                    .forEach(SearchIndexes::delete);
        }
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.warnf(e, "%s cannot be deleted", tree);
        }
    }
}
