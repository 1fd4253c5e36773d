package org.superbill.x12.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/** JSON, token by token, with limits for a hostile file. What is wrong is told with its line and column, never with a value. */
final class JsonInput {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 32_768;
    private static final int MOST_ELEMENTS = 1_000;

    private final JsonParser parser;

    JsonInput(InputStream in) throws IOException {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(200)
                        .maxNumberLength(20)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        try {
            parser = factory.createParser(in);
        } catch (CharConversionException e) {
            throw new X12Exception("Line 1, column 1: the text is not encoded as JSON must be");
        }
    }

    /** The next token, null at the end of the document. */
    private @Nullable JsonToken advance() throws IOException {
        try {
            return parser.nextToken();
        } catch (StreamConstraintsException e) {
            throw wrong("something is longer, or deeper, than this form ever is");
        } catch (JsonProcessingException e) {
            throw wrong("this is no JSON, or a name stands twice in an object");
        } catch (CharConversionException e) {
            throw wrong("the text is not encoded as JSON must be");
        }
    }

    X12Exception wrong(String what) {
        var place = parser.currentLocation();
        return new X12Exception("Line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), what));
    }

    void startObject() throws IOException {
        require(advance() == JsonToken.START_OBJECT, "an object should begin here");
    }

    void startArray() throws IOException {
        require(advance() == JsonToken.START_ARRAY, "an array should begin here");
    }

    private void require(boolean good, String rule) {
        if (!good) {
            throw wrong(rule);
        }
    }

    /** Goes to the next member of an object. False when the object ends. */
    boolean nextName() throws IOException {
        var token = advance();
        require(token == JsonToken.FIELD_NAME || token == JsonToken.END_OBJECT, "the object does not end");
        return token == JsonToken.FIELD_NAME;
    }

    /** Of the member that {@link #nextName} went to. */
    String name() throws IOException {
        return parser.currentName();
    }

    /** Goes to the next object of an array. False when the array ends. */
    boolean nextObject() throws IOException {
        var token = advance();
        require(token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY, "an object should begin here");
        return token == JsonToken.START_OBJECT;
    }

    /** The next text of an array, null when the array ends. */
    @Nullable
    String nextText() throws IOException {
        var token = advance();
        require(token == JsonToken.VALUE_STRING || token == JsonToken.END_ARRAY, "a text should stand here");
        return token == JsonToken.VALUE_STRING ? checked() : null;
    }

    /** A text that may be a control character. */
    String character() throws IOException {
        require(advance() == JsonToken.VALUE_STRING, "a text should stand here");
        return got();
    }

    String text() throws IOException {
        require(advance() == JsonToken.VALUE_STRING, "a text should stand here");
        return checked();
    }

    private String got() throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException e) {
            throw wrong("a text is longer than any segment");
        } catch (JsonProcessingException e) {
            throw wrong("a text is not written as JSON writes it");
        } catch (CharConversionException e) {
            throw wrong("the text is not encoded as JSON must be");
        }
    }

    private String checked() throws IOException {
        var text = got();
        for (int at = 0; at < text.length(); at++) {
            require(
                    text.charAt(at) < Segment.ELEMENT || text.charAt(at) > Segment.COMPONENT,
                    "a text has a control character that X12 cannot carry");
        }
        return text;
    }

    /** What kind of value comes next in an array or under a name. */
    enum Kind {
        TEXT,
        OBJECT,
        ARRAY,
        END
    }

    Kind next() throws IOException {
        var token = advance();
        if (token == JsonToken.VALUE_STRING) {
            return Kind.TEXT;
        }
        if (token == JsonToken.START_OBJECT) {
            return Kind.OBJECT;
        }
        if (token == JsonToken.START_ARRAY) {
            return Kind.ARRAY;
        }
        require(token == JsonToken.END_ARRAY, "a text, an array or an object should stand here");
        return Kind.END;
    }

    /** The text that {@link #next} found. */
    String current() throws IOException {
        return checked();
    }

    /** How many elements or components there are. */
    int size() throws IOException {
        require(advance() == JsonToken.VALUE_NUMBER_INT, "a number should stand here");
        try {
            int size = parser.getIntValue();
            require(size >= 0 && size <= MOST_ELEMENTS, "no segment has so many elements");
            return size;
        } catch (JsonProcessingException e) {
            throw wrong("no segment has so many elements");
        }
    }

    void end() throws IOException {
        require(advance() == null, "the document should end here");
    }
}
