package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A wound as a sentence measures it.
 *
 * @param site null where the sentence does not name it
 * @param words of the sentence that are about it
 * @param said where the length is
 */
record Wound(double centimeters, @Nullable Site site, String words, Span said) {
    private static final double MILLIMETERS = 10;

    private static final String NUMBER = "\\d{1,2}(?:\\.\\d+)?";
    /** Of two measures the greater is the length; neither how deep it is nor how far from something. */
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)(?:\\b(two|three|four|five) )?(?<![\\d.])(%1$s)(?: ?[cm]m)?(?: ?[x\\u00d7] ?(%1$s)(?: ?[cm]m)?)?(?: ?[x\\u00d7] ?%1$s)?[ -]?([cm]m|centimeters?)\\b(?! (?:deep|wide|in (?:depth|width)|depth|width|from|apart|above|below|proximal|distal)\\b)"
                    .formatted(NUMBER));

    private static final Pattern PARTS = Pattern.compile(",\\s|;\\s?|\\s(?:and|plus)\\s");

    private static final Map<String, Site.Region> REGIONS = Map.ofEntries(
            Map.entry("S010", Site.Region.SCALP),
            Map.entry("S011", Site.Region.EYELID_NOSE_EAR_LIP),
            Map.entry("S012", Site.Region.EYELID_NOSE_EAR_LIP),
            Map.entry("S013", Site.Region.EYELID_NOSE_EAR_LIP),
            Map.entry("S014", Site.Region.FACE),
            Map.entry("S015", Site.Region.EYELID_NOSE_EAR_LIP),
            Map.entry("S11", Site.Region.NECK),
            Map.entry("S21", Site.Region.TRUNK),
            Map.entry("S310", Site.Region.TRUNK),
            Map.entry("S311", Site.Region.TRUNK),
            Map.entry("S312", Site.Region.GENITALIA),
            Map.entry("S313", Site.Region.GENITALIA),
            Map.entry("S314", Site.Region.GENITALIA),
            Map.entry("S41", Site.Region.ARM_LEG),
            Map.entry("S51", Site.Region.ARM_LEG),
            Map.entry("S610", Site.Region.HAND_FOOT),
            Map.entry("S611", Site.Region.HAND_FOOT),
            Map.entry("S612", Site.Region.HAND_FOOT),
            Map.entry("S613", Site.Region.HAND_FOOT),
            Map.entry("S614", Site.Region.HAND_FOOT),
            Map.entry("S615", Site.Region.ARM_LEG),
            Map.entry("S71", Site.Region.ARM_LEG),
            Map.entry("S81", Site.Region.ARM_LEG),
            Map.entry("S910", Site.Region.ARM_LEG),
            Map.entry("S911", Site.Region.HAND_FOOT),
            Map.entry("S912", Site.Region.HAND_FOOT),
            Map.entry("S913", Site.Region.HAND_FOOT));

    /** Whether another sentence tells of the same wound again. */
    boolean isAgain(Wound other) {
        return centimeters == other.centimeters
                && (site == null
                        || other.site == null
                        || site.noun().equals(other.site.noun())
                                && (site.side().equals(other.site.side())
                                        || site.side().isEmpty()
                                        || other.site.side().isEmpty()));
    }

    Wound at(@Nullable Site place) {
        return new Wound(centimeters, place, words, said);
    }

    /** Those that a sentence measures; one without a place of its own is where the one before it is. */
    static List<Wound> in(String text, Span sentence) {
        var wounds = new ArrayList<Wound>();
        Site last = null;
        for (var item : items(text, sentence)) {
            var words = text.substring(item.start(), item.end());
            var length = LENGTH.matcher(words);
            if (length.find()) {
                last = site(words, length).orElse(last);
                wounds.add(new Wound(
                        centimeters(length),
                        last,
                        words,
                        new Span(item.start() + length.start(), item.start() + length.end())));
            }
        }
        return wounds;
    }

    private static double centimeters(Matcher length) {
        var one = Double.parseDouble(length.group(2));
        var longer = length.group(3) == null ? one : Math.max(one, Double.parseDouble(length.group(3)));
        var times = length.group(1) == null ? 1 : Counts.number(length.group(1));
        return times * (length.group(4).toLowerCase(Locale.ROOT).equals("mm") ? longer / MILLIMETERS : longer);
    }

    /** The first behind the length, else the last before it. */
    private static Optional<Site> site(String words, Matcher length) {
        var behind = Site.in(words.substring(length.end()));
        var before = Site.in(words.substring(0, length.start()));
        return behind.isEmpty()
                ? before.stream().reduce((one, next) -> next)
                : behind.stream().findFirst();
    }

    /** Parts of a sentence with one length each. */
    private static List<Span> items(String text, Span sentence) {
        var items = new ArrayList<Span>();
        var measured = false;
        var placed = false;
        for (var part : parts(text, sentence)) {
            var words = text.substring(part.start(), part.end());
            var hasLength = LENGTH.matcher(words).find();
            var hasSite = !Site.in(words).isEmpty();
            if (items.isEmpty() || measured && (hasLength || hasSite && placed)) {
                items.add(part);
                measured = hasLength;
                placed = hasSite;
            } else {
                items.set(items.size() - 1, new Span(items.get(items.size() - 1).start(), part.end()));
                measured |= hasLength;
                placed |= hasSite;
            }
        }
        return items;
    }

    private static List<Span> parts(String text, Span sentence) {
        var parts = new ArrayList<Span>();
        var joined = PARTS.matcher(text).region(sentence.start(), sentence.end());
        var start = sentence.start();
        while (joined.find()) {
            parts.add(new Span(start, joined.start()));
            start = joined.end();
        }
        parts.add(new Span(start, sentence.end()));
        return parts;
    }

    /** Where the diagnoses have the open wounds, if all have them at one group of places. Source: ICD-10-CM, S01 to S91. */
    static Optional<Site.Region> region(List<Visit.Problem> problems) {
        var regions = problems.stream()
                .map(problem -> problem.code())
                .flatMap(code -> REGIONS.entrySet().stream()
                        .filter(region -> code.startsWith(region.getKey()))
                        .map(Map.Entry::getValue))
                .distinct()
                .toList();
        return regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }
}
