package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.cac.DataFile;

/**
 * A place of the skin that a note names.
 *
 * @param noun as {@code visit/sites.tsv} has it
 * @param side as the note has it in lower case, or empty
 */
record Site(String noun, Region region, String side) {
    /** Groups of places that numbers for the repair of wounds tell apart. Source: CPT, repair (closure), in our own words. */
    enum Region {
        /** What of the face has numbers of its own where a repair is complex. */
        EYELID_NOSE_EAR_LIP,
        FACE,
        NECK,
        SCALP,
        AXILLA,
        TRUNK,
        ARM_LEG,
        HAND_FOOT,
        GENITALIA
    }

    private static final Map<String, Region> REGIONS = DataFile.rows("visit/sites.tsv").stream()
            .collect(Collectors.toMap(row -> row[0], row -> Region.valueOf(row[1].toUpperCase(Locale.ROOT))));

    /** Neither who is right-handed, nor the back of something else or what came back. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:(left|right|both|bilateral)(?: (?:upper|lower|inner|outer|great|index|middle|ring|little|small|dorsal|volar|lateral|medial|anterior|posterior|distal|proximal|[a-z]+al)){0,2} )?(?:(?<!-)(hand)(?!ed|[- ]dominan)|(?<!came |go |get |went |going |coming )(back)(?! (?:of|to|in)\\b)|(?<!on the other )(%s))(?:e?s)?\\b"
                    .formatted(REGIONS.keySet().stream()
                            .filter(noun -> !noun.equals("hand") && !noun.equals("back"))
                            .sorted()
                            .collect(Collectors.joining("|"))));

    /** In the order of the words. */
    static List<Site> in(String words) {
        var sites = new ArrayList<Site>();
        var named = NAMED.matcher(words);
        while (named.find()) {
            var noun = Stream.of(named.group(2), named.group(3), named.group(4))
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElseThrow()
                    .toLowerCase(Locale.ROOT);
            var side = named.group(1) == null ? "" : named.group(1).toLowerCase(Locale.ROOT);
            sites.add(new Site(noun, Objects.requireNonNull(REGIONS.get(noun)), side));
        }
        return sites;
    }
}
