package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The encounters that a claim bills: one, or several that it gathers. */
@Embeddable
class BilledEncounters {
    @Column(name = "encounter_id")
    private UUID first;

    private @Nullable String gathering;

    @Column(name = "gathered_encounters")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> others;

    @SuppressWarnings("NullAway.Init")
    protected BilledEncounters() {}

    BilledEncounters(UUID first) {
        this.first = first;
    }

    BilledEncounters copy() {
        var copy = new BilledEncounters(first);
        copy.gathering = gathering;
        copy.others = others;
        return copy;
    }

    void gathers(String key) {
        gathering = key;
    }

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
