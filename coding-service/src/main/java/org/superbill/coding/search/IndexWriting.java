package org.superbill.coding.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.superbill.coding.codesystem.CodeSpan;

/** Writes the index of one code system into a new folder: a document for each span of days on which a code has one text. */
final class IndexWriting implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 64;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final Vocabulary vocabulary;

    IndexWriting(Path folder, Vocabulary vocabulary) throws IOException {
        this.vocabulary = vocabulary;
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Analyzers.perField())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    void add(CodeSpan span) {
        try {
            writer.addDocument(document(span));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After this the folder is an index; without it, nothing. */
    void finish() throws IOException {
        writer.forceMerge(1);
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }

    private Document document(CodeSpan span) {
        var document = new Document();
        document.add(new StringField(Fields.CODE, span.code(), Field.Store.YES));
        document.add(new TextField(Fields.TEXT, span.longDescription(), Field.Store.NO));
        document.add(new TextField(Fields.WORDS, span.longDescription(), Field.Store.NO));
        document.add(
                new TextField(Fields.EVERYDAY, vocabulary.everyday(span.system().id(), span.code()), Field.Store.NO));
        document.add(new LongRange(Fields.VALIDITY, new long[] {span.from().toEpochDay()}, new long[] {
            span.to() == null ? Long.MAX_VALUE : span.to().toEpochDay()
        }));
        document.add(new StringField(Fields.BILLABLE, Boolean.toString(span.billable()), Field.Store.YES));
        store(document, Fields.SYSTEM, span.system().id());
        store(document, Fields.DISPLAY, span.display());
        store(document, Fields.LONG_DESCRIPTION, span.longDescription());
        store(document, Fields.FROM, span.from().toString());
        store(document, Fields.TO, span.to() == null ? "" : span.to().toString());
        return document;
    }

    private static void store(Document document, String field, String value) {
        document.add(new StoredField(field, value));
    }

    /** For {@link Fields#VALIDITY}: the documents whose days include this one. */
    static Query validOn(LocalDate on) {
        var day = new long[] {on.toEpochDay()};
        return LongRange.newContainsQuery(Fields.VALIDITY, day, day);
    }
}
