package org.superbill.x12.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the parts of a guide are called where they are typed or written as JSON: made from the guide's own names, and for loops from
 * the shorter names in {@code NAME.names} beside this class. A line there is a loop's id and its name without the id; the line
 * {@code transaction} names the whole, {@code package} the Java package of the typed records.
 */
public final class GuideNames {
    private final Guide guide;
    private final Map<String, String> names = new HashMap<>();

    private GuideNames(Guide guide, String text) {
        this.guide = guide;
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var words = line.split(" ");
            names.put(words[0], words[1]);
        });
    }

    public static GuideNames of(Guide guide) {
        try (InputStream in = Guide.class.getResourceAsStream(guide.id() + ".names")) {
            if (in == null) {
                throw new IllegalStateException("The names of guide " + guide.id() + " are not on the class path");
            }
            return new GuideNames(guide, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** professional, eligibility.inquiry … below {@code org.superbill.x12}. */
    public String packageName() {
        return named("package");
    }

    /** RemittanceAdvice. */
    public String transaction() {
        return named("transaction");
    }

    private String named(String key) {
        var name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("Guide %s has no name for %s".formatted(guide.id(), key));
        }
        return name;
    }

    /** The loop's name without its id: ServiceLine. */
    public String shortName(LoopDef loop) {
        var name = names.get(loop.id());
        return name != null ? name : pascal(loop.name());
    }

    /** Loop2400ServiceLine; of the root, the transaction's name. */
    public String loop(LoopDef loop) {
        return loop.id().isEmpty() ? transaction() : "Loop" + loop.id() + shortName(loop);
    }

    /**
     * Of each part of a loop, in order: claimInformation for a segment, loop2400ServiceLine for a loop. Segments of one name carry
     * their ids, and where these are equal, too, the first value that tells them apart.
     */
    public List<String> parts(LoopDef loop) {
        var names = new ArrayList<String>();
        for (var part : loop.parts()) {
            if (part instanceof SegmentDef segment) {
                names.add(segment(segment, segments(loop)));
            } else {
                var name = loop(((LoopUse) part).loop());
                names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalStateException("Two parts of loop %s have one name: %s".formatted(loop.id(), names));
        }
        return names;
    }

    private static List<SegmentDef> segments(LoopDef loop) {
        return loop.parts().stream()
                .filter(SegmentDef.class::isInstance)
                .map(SegmentDef.class::cast)
                .toList();
    }

    private static String segment(SegmentDef segment, List<SegmentDef> siblings) {
        var name = camel(segment.name());
        var alike = siblings.stream()
                .filter(other -> camel(other.name()).equals(name))
                .toList();
        if (alike.size() == 1) {
            return name;
        }
        var withId = name + capitalized(segment.id());
        long equal =
                alike.stream().filter(other -> other.id().equals(segment.id())).count();
        return equal == 1
                ? withId
                : withId + segment.qualifiers().get(0).values().get(0);
    }

    /** Of each element (or component) in order; the second, third … of one name gets its number, those not used are empty. */
    public static List<String> elements(List<ElementDef> elements) {
        var counts = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (var element : elements) {
            var name = element.usage() == Usage.NOT_USED ? "" : camel(element.name());
            int count = counts.merge(name, 1, Integer::sum);
            names.add(name.isEmpty() || count == 1 ? name : name + count);
        }
        return names;
    }

    /** patientControlNumber for "Patient Control Number". */
    public static String camel(String name) {
        var text = new StringBuilder();
        for (var word : name.split("[^A-Za-z0-9]+")) {
            text.append(text.isEmpty() ? word.toLowerCase(Locale.ROOT) : capitalized(word));
        }
        return text.toString();
    }

    /** PatientControlNumber for "Patient Control Number", and EdiContact for "EDI Contact". */
    public static String pascal(String name) {
        var text = new StringBuilder();
        for (var word : name.split("[^A-Za-z0-9]+")) {
            text.append(capitalized(word));
        }
        return text.toString();
    }

    private static String capitalized(String word) {
        return word.isEmpty()
                ? ""
                : Character.toUpperCase(word.charAt(0)) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
