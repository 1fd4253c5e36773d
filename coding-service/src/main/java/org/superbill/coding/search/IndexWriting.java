package org.superbill.coding.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.superbill.coding.codesystem.CodeSpan;

/**
 * Writes an index of one code system into a new folder: a document for each official description, in the order of codes and days, with the everyday names of the
 * code; or one for each other name, which is a name on all days on which its code is valid.
 */
final class IndexWriting implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 96;
    /** A name of a code that groups others is given to those under it, but not to more than these. */
    private static final int MOST_UNDER_A_NAME = 60;

    /**
     * A stem is in a name once and its place there asks nobody. How often it is there is written all the same: without it the length of a name would be of all its stems, those that say little
     * among them.
     */
    private static final FieldType NAME = withoutPlaces(IndexOptions.DOCS_AND_FREQS, false);

    private static final FieldType ASIDE = withoutPlaces(IndexOptions.DOCS, true);

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final Path folder;
    private final Vocabulary vocabulary;
    private final Words words = new Words();
    private final NameTokens names = new NameTokens();
    private final NameTokens asides = new NameTokens();
    private final WordCounts counts = new WordCounts();
    private final CodeTexts texts = new CodeTexts();
    private String lastCode = "";

    IndexWriting(Path folder, Vocabulary vocabulary) throws IOException {
        this.folder = folder;
        this.vocabulary = vocabulary;
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new KeywordAnalyzer())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setSimilarity(Ranking.SIMILARITY)
                        .setMergePolicy(new LogByteSizeMergePolicy())
                        .setUseCompoundFile(false)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /** By code, then by day. */
    void add(CodeSpan span) {
        var first = !span.code().equals(lastCode);
        lastCode = span.code();
        var document = document(NameKind.DESCRIPTION, span.code(), Words.named(span.longDescription()), List.of());
        document.add(new NumericDocValuesField(Fields.FROM, span.from().toEpochDay()));
        document.add(new NumericDocValuesField(
                Fields.TO, span.to() == null ? Integer.MAX_VALUE : span.to().toEpochDay()));
        document.add(new NumericDocValuesField(Fields.TRAITS, Traits.of(span, Words.telling(span.longDescription()))));
        document.add(new StoredField(Fields.DISPLAY, span.display()));
        if (!span.longDescription().equals(span.display())) {
            document.add(new StoredField(Fields.TEXT, span.longDescription()));
        }
        write(document);
        if (first) {
            vocabulary
                    .everyday(span.system().id(), span.code())
                    .forEach(name -> write(named(new Names.Name(NameKind.EVERYDAY, span.code(), name, ""), List.of())));
        }
    }

    /** A span whose description is in another index: names of its code can be added. */
    void know(CodeSpan span) {
        texts.add(span);
    }

    /** After all spans. A name of a code that the system does not have is left out. */
    void add(Names.Name name) {
        var under = texts.under(name.code());
        if (under.size() <= MOST_UNDER_A_NAME) {
            under.forEach(leaf -> write(named(
                    new Names.Name(name.kind(), leaf, name.text(), name.aside()), texts.beyond(name.code(), leaf))));
        }
    }

    private Document named(Names.Name name, List<String> beyond) {
        var named = Words.named(name.text());
        named.addAll(beyond);
        var document = document(name.kind(), name.code(), named, Words.telling(name.aside()));
        document.add(new StoredField(Fields.TEXT, name.text()));
        return document;
    }

    private Document document(NameKind kind, String code, List<String> named, List<String> asideWords) {
        Set<String> counting = new LinkedHashSet<>();
        Set<String> little = new LinkedHashSet<>();
        for (var word : named) {
            var denied = word.startsWith(Words.DENIED);
            (denied || Words.saysLittle(word) || Words.isSide(word) ? little : counting).add(words.stem(word));
            counts.add(word);
            if (denied) {
                counts.add(word.substring(Words.DENIED.length()));
            }
        }
        asideWords.forEach(counts::add);
        var document = new Document();
        document.add(new StringField(Fields.CODE, code, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.CODE_VALUE, new BytesRef(code)));
        document.add(new NumericDocValuesField(Fields.KIND, kind.ordinal()));
        document.add(new Field(Fields.NAME, names.of(counting, little), NAME));
        if (!asideWords.isEmpty()) {
            var stems = asides.of(new LinkedHashSet<>(words.stems(asideWords)), Set.of());
            document.add(new Field(Fields.ASIDE, stems, ASIDE));
        }
        return document;
    }

    private static FieldType withoutPlaces(IndexOptions written, boolean withoutNorms) {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setOmitNorms(withoutNorms);
        type.setIndexOptions(written);
        type.freeze();
        return type;
    }

    private void write(Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After this the folder is an index; without it, nothing. */
    void finish() throws IOException {
        counts.write(folder);
        writer.forceMerge(1);
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
