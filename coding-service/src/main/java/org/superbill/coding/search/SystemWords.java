package org.superbill.coding.search;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/** A number with the word for what it is a number of: "modifier 25", "POS 11", "CO-45", "DRG 470". */
final class SystemWords {
    private static final Map<String, Set<CodeSystem>> SYSTEMS = Map.ofEntries(
            entry("modifier", Set.of(CodeSystem.CPT_MODIFIER, CodeSystem.HCPCS_MODIFIER)),
            entry("mod", Set.of(CodeSystem.CPT_MODIFIER, CodeSystem.HCPCS_MODIFIER)),
            entry("pos", Set.of(CodeSystem.PLACE_OF_SERVICE)),
            entry("place of service", Set.of(CodeSystem.PLACE_OF_SERVICE)),
            entry("carc", Set.of(CodeSystem.CARC)),
            entry("denial", Set.of(CodeSystem.CARC)),
            entry("denial code", Set.of(CodeSystem.CARC)),
            entry("reason code", Set.of(CodeSystem.CARC)),
            entry("co", Set.of(CodeSystem.CARC)),
            entry("pr", Set.of(CodeSystem.CARC)),
            entry("oa", Set.of(CodeSystem.CARC)),
            entry("pi", Set.of(CodeSystem.CARC)),
            entry("rarc", Set.of(CodeSystem.RARC)),
            entry("remark code", Set.of(CodeSystem.RARC)),
            entry("drg", Set.of(CodeSystem.MS_DRG)),
            entry("ms drg", Set.of(CodeSystem.MS_DRG)),
            entry("rev code", Set.of(CodeSystem.REVENUE_CODE)),
            entry("revenue code", Set.of(CodeSystem.REVENUE_CODE)),
            entry("tob", Set.of(CodeSystem.TYPE_OF_BILL)),
            entry("bill type", Set.of(CodeSystem.TYPE_OF_BILL)),
            entry("type of bill", Set.of(CodeSystem.TYPE_OF_BILL)),
            entry("condition code", Set.of(CodeSystem.CONDITION_CODE)),
            entry("discharge status", Set.of(CodeSystem.DISCHARGE_STATUS)));

    private SystemWords() {}

    /**
     * A number of some systems.
     *
     * @param number stored form
     */
    record Numbered(Set<CodeSystem> systems, String number) {}

    /** Null for a text that is anything else. */
    static @Nullable Numbered of(String text) {
        var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("[\\s-]+"));
        var last = words.size() - 1;
        var systems = SYSTEMS.get(String.join(" ", words.subList(0, last)));
        if (systems != null) {
            return new Numbered(systems, CodeNumber.stored(words.get(last)));
        }
        systems = SYSTEMS.get(String.join(" ", words.subList(1, words.size())));
        return systems == null ? null : new Numbered(systems, CodeNumber.stored(words.get(0)));
    }
}
