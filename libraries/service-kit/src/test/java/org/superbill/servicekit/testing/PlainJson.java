package org.superbill.servicekit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ResponseBodyExtractionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * REST Assured's JsonPath, which compiles a Groovy class for each question and reads the text in Groovy, and is asked thousands: plain paths such as
 * {@code items[0].lines.code} are followed here, with the same answers but for fractions, which are {@link Double}; all others go to Groovy.
 */
public final class PlainJson extends JsonPath {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_]\\w*(\\[\\d{1,6}])?(\\.[A-Za-z_]\\w*(\\[\\d{1,6}])?)*");
    private static final Pattern STEP = Pattern.compile("[A-Za-z_]\\w*|\\[\\d+]");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private @Nullable Object parsed;

    private PlainJson(String text) {
        super(text);
        this.text = text;
    }

    public static JsonPath of(ResponseBodyExtractionOptions answer) {
        return new PlainJson(answer.asString());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        if (!PLAIN.matcher(path).matches()) {
            return super.get(path);
        }
        if (parsed == null) {
            parsed = parse();
        }
        var value = parsed;
        for (var step : STEP.matcher(path).results().toList()) {
            if (value == null) {
                return null;
            }
            var name = step.group();
            value = name.startsWith("[")
                    ? element(value, Integer.parseInt(name.substring(1, name.length() - 1)))
                    : property(value, name);
        }
        return (T) value;
    }

    private Object parse() {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static @Nullable Object element(Object list, int index) {
        var elements = (List<?>) list;
        return index < elements.size() ? elements.get(index) : null;
    }

    /** A list's property is the list of its elements' properties. */
    private static @Nullable Object property(Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return object.get(name);
        }
        var properties = new ArrayList<@Nullable Object>();
        for (var element : (List<?>) value) {
            if (element != null) {
                properties.add(property(element, name));
            }
        }
        return properties;
    }
}
