package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The encounters that a claim bills, one, or several that it gathers, and which part of their lines. */
@Embeddable
class BilledEncounters {
    @Column(name = "encounter_id")
    private UUID first;

    private @Nullable String gathering;

    @Column(name = "gathered_encounters")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> others;

    private int part;

    private boolean split;

    @SuppressWarnings("NullAway.Init")
    protected BilledEncounters() {}

    /** @param part of the lines, from 1 */
    BilledEncounters(UUID first, int part) {
        this.first = first;
        this.part = part;
    }

    /** Others may join while the claim is unsent. @param key as {@link Gathering#keyOf} */
    void gathers(String key) {
        gathering = key;
    }

    /** The other claim has the lines before. */
    void gatherWith(BilledEncounters other) {
        first = other.first;
        gathering = other.gathering;
        others = other.others;
    }

    /** Whether other claims have the rest of the lines. */
    void partedWithOthers(boolean rest) {
        split = rest;
    }

    /** From 1. */
    int part() {
        return part;
    }

    /** Whether other claims have the rest of the lines; edits then look at all of them. */
    boolean isSplit() {
        return split;
    }

    /** Whether others may join, or have. */
    boolean isGathering() {
        return gathering != null;
    }

    void add(UUID encounter) {
        var more = new ArrayList<>(others == null ? List.<UUID>of() : others);
        more.add(encounter);
        others = List.copyOf(more);
    }

    /** Of several. */
    void remove(UUID encounter) {
        var left = new ArrayList<>(all());
        left.remove(encounter);
        first = left.remove(0);
        others = left.isEmpty() ? null : List.copyOf(left);
    }

    UUID first() {
        return first;
    }

    /** In the order in which they came. */
    List<UUID> all() {
        var all = new ArrayList<UUID>();
        all.add(first);
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
