package org.superbill.coderules.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Laterality;
import org.superbill.coderules.Side;

/** The sides that the diagnoses of a set name. */
final class Sides {
    private static final Set<Side> ONE_SIDE = EnumSet.of(Side.RIGHT, Side.LEFT);

    private Sides() {}

    /** The diagnoses that have siblings of another side, by what they have in common. */
    static Map<Laterality.Group, List<KnownDiagnosis>> groups(KnownSet set) {
        var groups = new LinkedHashMap<Laterality.Group, List<KnownDiagnosis>>();
        for (var diagnosis : set.diagnoses()) {
            var laterality = diagnosis.place().laterality();
            if (laterality != null) {
                groups.computeIfAbsent(laterality.group(), any -> new ArrayList<>())
                        .add(diagnosis);
            }
        }
        return groups;
    }

    /** Those of a group that name a side; a code that is there twice counts once. */
    static List<KnownDiagnosis> sided(List<KnownDiagnosis> group) {
        return group.stream()
                .filter(diagnosis -> side(diagnosis) != Side.UNSPECIFIED)
                .filter(diagnosis -> group.stream()
                        .noneMatch(before -> before.index() < diagnosis.index()
                                && before.code().equals(diagnosis.code())))
                .toList();
    }

    static Side side(KnownDiagnosis diagnosis) {
        return laterality(diagnosis).side();
    }

    static Laterality laterality(KnownDiagnosis diagnosis) {
        return Objects.requireNonNull(diagnosis.place().laterality());
    }

    /** The first diagnosis that is one of the codes and not of the other side than {@code one}; null when there is none. */
    static @Nullable KnownDiagnosis among(KnownSet set, KnownDiagnosis one, List<String> codes) {
        if (!codes.isEmpty()) {
            for (var other : set.diagnoses()) {
                if (codes.contains(other.code()) && !areApart(one, other)) {
                    return other;
                }
            }
        }
        return null;
    }

    private static boolean areApart(KnownDiagnosis one, KnownDiagnosis other) {
        return one.place().laterality() != null
                && other.place().laterality() != null
                && ONE_SIDE.contains(side(one))
                && ONE_SIDE.contains(side(other))
                && side(one) != side(other);
    }

    static String code(Laterality.Group group, Side side) {
        return Objects.requireNonNull(group.codes().get(side));
    }
}
