package org.superbill.coderules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One code of an ICD-11 cluster: stem codes parted by {@code /}, each followed by its extension codes after {@code &}. A code alone is a cluster of one. Source:
 * WHO, ICD-11 Reference Guide, section 2.8 (postcoordination and clustering).
 *
 * @param joinedBy & or /, or a space for the first
 * @param code as it is written
 * @param again whether the same stands before it: the extension code at the same stem code, or the stem code with the same extension codes, which says nothing more
 */
public record ClusterCode(char joinedBy, String code, boolean again) {
    private static final Pattern STEMS = Pattern.compile("/");
    private static final Pattern EXTENSIONS = Pattern.compile("&");
    /** Source: ICD-11 Reference Guide, section 2.7: four characters, the second a letter, then up to three after a dot; never I or O. */
    private static final Pattern FORM = Pattern.compile(
            "[0-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](\\.[0-9A-HJ-NP-Z]{1,3})?|X[0-9A-HJ-NP-Z]{3}(\\.?[0-9A-HJ-NP-Z]{1,3})?");

    /** The codes of a cluster in the order written; empty ones where a code is missing. */
    public static List<ClusterCode> of(String cluster) {
        var codes = new ArrayList<ClusterCode>();
        var stems = new HashSet<Set<String>>();
        for (var stem : STEMS.split(cluster, -1)) {
            var parts = Stream.of(EXTENSIONS.split(stem, -1)).map(String::strip).toList();
            var again = !stems.add(Set.copyOf(parts));
            for (var i = 0; i < parts.size(); i++) {
                var joinedBy = i > 0 ? '&' : codes.isEmpty() ? ' ' : '/';
                codes.add(new ClusterCode(
                        joinedBy,
                        parts.get(i),
                        i == 0 ? again : parts.subList(0, i).contains(parts.get(i))));
            }
        }
        return codes;
    }

    public boolean hasForm() {
        return FORM.matcher(code).matches();
    }

    /** The extension codes are the codes of chapter X. */
    public boolean isExtension() {
        return code.startsWith("X");
    }

    /** What is wrong with it where it stands; null when nothing is. Whether the code exists is not looked at. */
    public @Nullable String fault() {
        if (!hasForm()) {
            return code.isEmpty()
                    ? "A code is missing before or after & or /"
                    : "%s does not have the form of an ICD-11 code".formatted(code);
        }
        if (joinedBy == '&' && !isExtension()) {
            return "& is followed by an extension code, %s is a stem code".formatted(code);
        }
        if (joinedBy != '&' && isExtension()) {
            return "%s is an extension code and follows a stem code after &".formatted(code);
        }
        return again ? "%s is there already".formatted(code) : null;
    }
}
