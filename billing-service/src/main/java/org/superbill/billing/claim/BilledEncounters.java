package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.ReplacedWhole;

/** The encounters that a claim bills, one, or several that it gathers, and which part of their lines. */
@Embeddable
class BilledEncounters {
    @Column(name = "encounter_id")
    private UUID first;

    private @Nullable String gathering;

    @Column(name = "gathered_encounters")
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    private @Nullable List<UUID> others;

    /** Which of the claim's encounters each is, from 0, as when they came; null while none has left. */
    @Column(name = "gathered_places")
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(ReplacedWhole.class)
    private @Nullable List<Integer> places;

    /** What the next encounter's place is at least: one that has left is not given again, for payers know its lines by it. Null while none has left. */
    @Column(name = "gathered_next_place")
    private @Nullable Integer nextPlace;

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
        places = other.places;
        nextPlace = other.nextPlace;
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
        if (places != null) {
            var more = new ArrayList<>(places());
            more.add(nextPlace());
            places = List.copyOf(more);
        }
        var more = new ArrayList<>(others == null ? List.<UUID>of() : others);
        more.add(encounter);
        others = List.copyOf(more);
    }

    /** Of several. */
    void remove(UUID encounter) {
        nextPlace = nextPlace();
        var left = new ArrayList<>(all());
        var kept = new ArrayList<>(places());
        kept.remove(left.indexOf(encounter));
        places = List.copyOf(kept);
        left.remove(encounter);
        first = left.remove(0);
        others = left.isEmpty() ? null : List.copyOf(left);
    }

    /** Of each encounter, in their order: its lines are numbered by it. */
    List<Integer> places() {
        var all = new ArrayList<>(places == null ? List.<Integer>of() : places);
        while (all.size() < all().size()) {
            all.add(all.isEmpty() ? 0 : all.get(all.size() - 1) + 1);
        }
        return all;
    }

    int nextPlace() {
        var all = places();
        var afterLast = all.get(all.size() - 1) + 1;
        return nextPlace == null ? afterLast : Math.max(nextPlace, afterLast);
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
