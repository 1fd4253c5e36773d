package org.superbill.coding.visit;

import java.util.List;

/**
 * How wounds are closed, from the least work to the most, and the numbers of each by group of places and length. Source: CPT, repair (closure), in our own words.
 */
enum Repair {
    SIMPLE("Simple repair of wounds"),
    LAYERED("Layered repair of wounds"),
    COMPLEX("Complex repair of wounds");

    private static final double LONGEST = Double.MAX_VALUE;

    /** A complex repair of no more than this many centimeters is coded as a simple or layered one. */
    static final double SHORTEST_COMPLEX = 1.0;

    private static final double COMPLEX_STEP_FROM = 7.5;
    private static final double COMPLEX_STEP = 5;

    private static final double[] OF_BODY = {2.5, 7.5, 12.5, 20, 30, LONGEST};
    private static final double[] OF_FACE = {2.5, 5, 7.5, 12.5, 20, 30, LONGEST};
    private static final double[] OF_COMPLEX = {2.5, LONGEST};

    /** Places whose lengths are added up. */
    enum Group {
        BODY("", OF_BODY, "12001", "12002", "12004", "12005", "12006", "12007"),
        FACE(" of the face", OF_FACE, "12011", "12013", "12014", "12015", "12016", "12017", "12018"),
        LAYERED_BODY(
                " of scalp, armpits, trunk, arms or legs",
                OF_BODY,
                "12031",
                "12032",
                "12034",
                "12035",
                "12036",
                "12037"),
        LAYERED_NECK_HANDS(
                " of neck, hands, feet or genitalia", OF_BODY, "12041", "12042", "12044", "12045", "12046", "12047"),
        LAYERED_FACE(" of the face", OF_FACE, "12051", "12052", "12053", "12054", "12055", "12056", "12057"),
        COMPLEX_TRUNK(" of the trunk", OF_COMPLEX, "13100", "13101", "13102"),
        COMPLEX_SCALP(" of scalp, arms or legs", OF_COMPLEX, "13120", "13121", "13122"),
        COMPLEX_FACE(
                " of forehead, cheeks, chin, mouth, neck, armpits, genitalia, hands or feet",
                OF_COMPLEX,
                "13131",
                "13132",
                "13133"),
        COMPLEX_EYELIDS(" of eyelids, nose, ears or lips", OF_COMPLEX, "13151", "13152", "13153");

        private final String where;
        private final double[] upTo;
        private final List<String> codes;

        Group(String where, double[] upTo, String... codes) {
            this.where = where;
            this.upTo = upTo;
            this.codes = List.of(codes);
        }

        String where() {
            return where;
        }

        /** For a number of centimeters. */
        String code(double centimeters) {
            return codes.get(row(centimeters));
        }

        /** The number for the next length, or for the one before where there is none. */
        String neighbour(double centimeters) {
            var row = row(centimeters);
            return row + 1 < upTo.length
                    ? Procedure.not(codes.get(row + 1), "there it is of more than %s cm".formatted(upTo[row]))
                    : Procedure.not(codes.get(row - 1), "there it is of up to %s cm".formatted(upTo[row - 1]));
        }

        /** The number beside a complex repair that is longer than the last of its own. */
        String further() {
            return codes.get(codes.size() - 1);
        }

        private int row(double centimeters) {
            var row = 0;
            while (centimeters > upTo[row]) {
                row++;
            }
            return row;
        }
    }

    private final String title;

    Repair(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Group group(Site.Region region) {
        return switch (this) {
            case SIMPLE ->
                switch (region) {
                    case EYELID_NOSE_EAR_LIP, FACE -> Group.FACE;
                    case NECK, SCALP, AXILLA, TRUNK, ARM_LEG, HAND_FOOT, GENITALIA -> Group.BODY;
                };
            case LAYERED ->
                switch (region) {
                    case EYELID_NOSE_EAR_LIP, FACE -> Group.LAYERED_FACE;
                    case NECK, HAND_FOOT, GENITALIA -> Group.LAYERED_NECK_HANDS;
                    case SCALP, AXILLA, TRUNK, ARM_LEG -> Group.LAYERED_BODY;
                };
            case COMPLEX ->
                switch (region) {
                    case EYELID_NOSE_EAR_LIP -> Group.COMPLEX_EYELIDS;
                    case FACE, NECK, AXILLA, GENITALIA, HAND_FOOT -> Group.COMPLEX_FACE;
                    case SCALP, ARM_LEG -> Group.COMPLEX_SCALP;
                    case TRUNK -> Group.COMPLEX_TRUNK;
                };
        };
    }

    /** Units of the number beside a complex repair: one for each five centimeters, or part of them, beyond seven and a half. */
    int further(double centimeters) {
        return this == COMPLEX && centimeters > COMPLEX_STEP_FROM
                ? (int) Math.ceil((centimeters - COMPLEX_STEP_FROM) / COMPLEX_STEP)
                : 0;
    }
}
