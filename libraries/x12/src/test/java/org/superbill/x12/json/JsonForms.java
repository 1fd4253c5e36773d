package org.superbill.x12.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.PartHandler;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.LoopUse;

/** X12 to JSON and back for tests, in memory. */
public final class JsonForms {
    private JsonForms() {}

    public static byte[] json(byte[] x12) {
        var out = new ByteArrayOutputStream();
        try (var handler = new X12ToJson(out, false)) {
            X12Reader.streaming().read(new ByteArrayInputStream(x12), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String json(String x12) {
        return new String(json(x12.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    public static byte[] x12(byte[] json) {
        var out = new ByteArrayOutputStream();
        try {
            JsonToX12.convert(new ByteArrayInputStream(json), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String x12(String json) {
        return new String(x12(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** All segments that the reader hands over, with the file's own delimiters in ISA. */
    public static List<String> segments(byte[] x12) {
        var seen = new Seen();
        try {
            X12Reader.streaming().read(new ByteArrayInputStream(x12), seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen.segments;
    }

    private static final class Seen implements PartHandler {
        private final List<String> segments = new ArrayList<>();

        @Override
        public void startInterchange(Interchange interchange) {
            segments.add(interchange.isa().text());
        }

        @Override
        public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
            segments.add(acknowledgment.segment().text());
        }

        @Override
        public void startGroup(FunctionalGroup group) {
            segments.add(group.gs().text());
        }

        @Override
        public void startLoop(LoopUse loop) {}

        @Override
        public void part(LoopPart part) {
            if (part instanceof Segment segment) {
                segments.add(segment.text());
            } else {
                ((Loop) part).allSegments().forEach(segment -> segments.add(segment.text()));
            }
        }

        @Override
        public void endLoop() {}

        @Override
        public void endGroup(FunctionalGroup group, Segment trailer) {
            if (trailer != null) {
                segments.add(trailer.text());
            }
        }

        @Override
        public void endInterchange(Interchange interchange, Segment trailer) {
            if (trailer != null) {
                segments.add(trailer.text());
            }
        }
    }
}
