package org.superbill.x12.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.LoopPart;
import org.superbill.x12.PartHandler;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.guide.LoopUse;

/**
 * Writes a file as JSON while it is read, with {@code X12Reader.streaming()}; close it after the reading. Memory does not grow with
 * the file. All values are texts, as they stand in the file: no amount changes its scale.
 */
public class X12ToJson implements PartHandler, Closeable {
    private final JsonGenerator json;
    private final SegmentWriter segments;
    private boolean inAcknowledgments;
    private boolean inGroups;
    private @Nullable TransactionWriter transaction;

    private interface Step {
        void write() throws IOException;
    }

    /** @param out stays open; @param pretty one member a line */
    public X12ToJson(OutputStream out, boolean pretty) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        if (pretty) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
        }
        segments = new SegmentWriter(json);
        json.writeStartObject();
        json.writeStringField(JsonForm.FORMAT, JsonForm.VERSION);
        json.writeArrayFieldStart(JsonForm.INTERCHANGES);
    }

    /** A handler may not throw what the stream under it throws. */
    private static void run(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startInterchange(Interchange interchange) {
        run(() -> {
            json.writeStartObject();
            var separators = interchange.separators();
            json.writeObjectFieldStart(JsonForm.SEPARATORS);
            json.writeStringField("element", String.valueOf(separators.element()));
            json.writeStringField("repetition", String.valueOf(separators.repetition()));
            json.writeStringField("component", String.valueOf(separators.component()));
            json.writeStringField("segment", String.valueOf(separators.segment()));
            json.writeEndObject();
            json.writeFieldName(JsonForm.HEADER);
            segments.envelope(Envelope.ISA, interchange.isa());
            inAcknowledgments = false;
            inGroups = false;
        });
    }

    @Override
    public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
        run(() -> {
            if (!inAcknowledgments && !inGroups) {
                json.writeArrayFieldStart(JsonForm.ACKNOWLEDGMENTS);
                inAcknowledgments = true;
            }
            if (inGroups) { // behind a group, where it should not stand
                json.writeStartObject();
                json.writeArrayFieldStart(JsonForm.ACKNOWLEDGMENTS);
                segments.envelope(Envelope.TA1, acknowledgment.segment());
                json.writeEndArray();
                json.writeEndObject();
            } else {
                segments.envelope(Envelope.TA1, acknowledgment.segment());
            }
        });
    }

    @Override
    public void startGroup(FunctionalGroup group) {
        run(() -> {
            if (!inGroups) {
                endAcknowledgments();
                json.writeArrayFieldStart(JsonForm.GROUPS);
                inGroups = true;
            }
            json.writeStartObject();
            json.writeFieldName(JsonForm.HEADER);
            segments.envelope(Envelope.GS, group.gs());
            json.writeArrayFieldStart(JsonForm.TRANSACTIONS);
        });
    }

    private void endAcknowledgments() throws IOException {
        if (inAcknowledgments) {
            json.writeEndArray();
            inAcknowledgments = false;
        }
    }

    @Override
    public void startTransaction(TransactionSet set) {
        run(() -> transaction = new TransactionWriter(json, segments, set.guide()));
    }

    private TransactionWriter transaction() {
        var writer = transaction;
        if (writer == null) {
            throw new IllegalStateException("No transaction set is open");
        }
        return writer;
    }

    @Override
    public void startLoop(LoopUse loop) {
        run(() -> transaction().startLoop(loop));
    }

    @Override
    public void part(LoopPart part) {
        run(() -> transaction().part(part));
    }

    @Override
    public void endLoop() {
        run(() -> transaction().endLoop());
    }

    @Override
    public void endTransaction(Transaction ended) {
        run(() -> transaction().end());
    }

    @Override
    public void endGroup(FunctionalGroup group, @Nullable Segment trailer) {
        run(() -> {
            json.writeEndArray();
            trailer(Envelope.GE, trailer);
            json.writeEndObject();
        });
    }

    private void trailer(Envelope kind, @Nullable Segment trailer) throws IOException {
        if (trailer != null) {
            json.writeFieldName(JsonForm.TRAILER);
            segments.envelope(kind, trailer);
        }
    }

    @Override
    public void endInterchange(Interchange interchange, @Nullable Segment trailer) {
        run(() -> {
            endAcknowledgments();
            if (inGroups) {
                json.writeEndArray();
            }
            trailer(Envelope.IEA, trailer);
            json.writeEndObject();
        });
    }

    /** Ends the document. */
    @Override
    public void close() throws IOException {
        json.close();
    }
}
