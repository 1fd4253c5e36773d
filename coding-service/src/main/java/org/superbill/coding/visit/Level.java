package org.superbill.coding.visit;

/** How much decision making, or one of its three elements, a visit took. Source: CPT evaluation and management guidelines for office visits since 2021. */
enum Level {
    STRAIGHTFORWARD,
    LOW,
    MODERATE,
    HIGH;

    /** Two of three elements must reach a level: it is the middle one. */
    static Level ofTwo(Level problems, Level data, Level risk) {
        var sorted = java.util.stream.Stream.of(problems, data, risk).sorted().toList();
        return sorted.get(1);
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
