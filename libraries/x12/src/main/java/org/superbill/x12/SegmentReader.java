package org.superbill.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferOverflowException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** StAEDI's events, put together as segments. What StAEDI cannot read is reported, and the next segment is read. */
final class SegmentReader {

    /** Is told what could not be read. */
    interface Damage {
        /** A segment that is left out. @param id as far as it was read */
        void segment(String id, String message);

        /** Something that keeps an interchange from being read. @param code TA105 */
        void interchange(String code, String message);
    }

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final InterchangeInput input;
    private final String charset;
    private final Limits limits;
    private final Damage damage;

    private @Nullable EDIStreamReader events;
    private char[] text = new char[1024];
    private int length;
    private int damaged;
    private char unseen;
    private boolean inComposite;
    private boolean firstComponent;
    private @Nullable String refused;

    SegmentReader(InputStream in, Charset charset, Limits limits, Damage damage) {
        this.input = new InterchangeInput(in);
        this.charset = charset.name();
        this.limits = limits;
        this.damage = damage;
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    }

    /** Bytes of the file read so far. */
    long position() {
        return input.position();
    }

    Separators separators() {
        return input.separators();
    }

    /** The next segment, ISA and IEA included; null at the end of the file. */
    @Nullable
    Segment next() throws IOException {
        while (true) {
            var reader = events;
            if (reader == null) {
                return startInterchange();
            }
            try {
                var segment = read(reader);
                if (segment != null) {
                    return segment;
                }
            } catch (EDIStreamException | RuntimeException e) {
                recover(e);
            }
        }
    }

    private @Nullable Segment startInterchange() throws IOException {
        while (true) {
            switch (input.findInterchange()) {
                case END_OF_FILE -> {
                    return null;
                }
                case GARBAGE -> damage.interchange("022", "Something that is no interchange stands outside of one");
                case BAD_HEADER ->
                    damage.interchange(
                            "022", "The ISA segment has not its fixed length, or its delimiters are not distinct");
                case TRUNCATED_HEADER -> damage.interchange("023", "The file ends inside the ISA segment");
                case INTERCHANGE -> {
                    damaged = 0;
                    open();
                    return input.isa();
                }
            }
        }
    }

    /** Starts StAEDI and lets it read the ISA, which it needs for the delimiters. */
    private void open() throws IOException {
        input.restart();
        try {
            var reader = factory.createEDIStreamReader(input, charset);
            while (reader.next() != EDIStreamEvent.END_SEGMENT) {
                // its elements are already known
            }
            events = reader;
            char repetition = separators().repetition();
            unseen = repetition < ' ' ? repetition : Segment.ELEMENT; // StAEDI takes a control character for data
        } catch (EDIStreamException | RuntimeException e) {
            events = null;
            damage.interchange("022", "The ISA segment cannot be read");
        }
    }

    /** One segment; null when there is none to hand over and the reading goes on. */
    private @Nullable Segment read(EDIStreamReader reader) throws EDIStreamException, IOException {
        while (true) {
            switch (reader.next()) {
                case START_SEGMENT -> {
                    length = 0;
                    inComposite = false;
                    refused = null;
                    append(reader);
                    if (length == 3 && text[0] == 'I' && text[1] == 'S' && text[2] == 'A') {
                        input.unread(4); // an interchange begins although the one before has not ended
                        events = null;
                        return null;
                    }
                }
                case START_COMPOSITE -> {
                    delimiter(reader);
                    inComposite = true;
                    firstComponent = true;
                }
                case END_COMPOSITE -> inComposite = false;
                case ELEMENT_DATA -> {
                    if (!inComposite) {
                        delimiter(reader);
                    } else if (firstComponent) {
                        firstComponent = false;
                    } else {
                        append(Segment.COMPONENT);
                    }
                    append(reader);
                }
                case END_SEGMENT -> {
                    int end = length;
                    var id = id();
                    length = 0;
                    if (refused == null) {
                        return new Segment(new String(text, 0, end));
                    }
                    damage.segment(id, refused);
                    return null;
                }
                case END_INTERCHANGE -> {
                    events = null;
                    return null;
                }
                default -> {
                    // the start of the interchange
                }
            }
        }
    }

    private void delimiter(EDIStreamReader reader) {
        append(reader.getLocation().getElementOccurrence() > 1 ? Segment.REPETITION : Segment.ELEMENT);
    }

    private void append(char c) {
        if (length == text.length) {
            grow(1);
        }
        text[length++] = c;
    }

    private void append(EDIStreamReader reader) {
        int count = reader.getTextLength();
        if (length + count > limits.segmentCharacters()) {
            refused = "The segment is longer than %d characters".formatted(limits.segmentCharacters());
            length = Math.min(length, 3);
            return;
        }
        if (length + count > text.length) {
            grow(count);
        }
        reader.getTextCharacters(0, text, length, count);
        int end = length + count;
        for (int at = length; at < end; at++) {
            if (text[at] >= Segment.ELEMENT && text[at] <= Segment.COMPONENT || text[at] == unseen) {
                refused = "The segment has a control character";
            }
        }
        length = end;
    }

    private void grow(int count) {
        text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
    }

    private String id() {
        int end = 0;
        while (end < length && end < 3 && text[end] > ' ') {
            end++;
        }
        return new String(text, 0, end);
    }

    private void recover(Exception e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && !(cause instanceof CharacterCodingException)) {
                throw io;
            }
        }
        var id = id();
        length = 0;
        if (!input.skipSegment()) {
            events = null;
            damage.interchange("023", "The file ends before the interchange does");
            return;
        }
        damage.segment(id, message(e));
        if (++damaged > limits.damagedSegments()) {
            events = null;
            damage.interchange(
                    "024",
                    "More than %d segments cannot be read; the rest of the interchange is left out"
                            .formatted(limits.damagedSegments()));
            return;
        }
        open();
    }

    private static String message(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BufferOverflowException) {
                return "An element of the segment is longer than 4096 characters";
            }
            if (cause instanceof CharacterCodingException) {
                return "The segment has bytes that are no text in the file's encoding";
            }
        }
        return "The segment cannot be read: its id or its delimiters are wrong";
    }
}
