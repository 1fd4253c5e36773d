package org.superbill.servicekit.revision;

import java.io.Serializable;
import org.hibernate.SharedSessionContract;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.jspecify.annotations.Nullable;

/**
 * For a collection in one column of an entity ({@code @Mutability(ReplacedWhole.class)}) that is replaced and never changed in place. The enhanced classes of Hibernate tell
 * that such a field was written by the collection's size alone: another list of the same size would never be stored. What counts as mutable is compared as well, by
 * {@code equals}; no copy is needed for that.
 */
public final class ReplacedWhole implements MutabilityPlan<Object> {
    @Override
    public boolean isMutable() {
        return true;
    }

    @Override
    public @Nullable Object deepCopy(@Nullable Object value) {
        return value;
    }

    @Override
    public @Nullable Serializable disassemble(@Nullable Object value, SharedSessionContract session) {
        return (Serializable) value;
    }

    @Override
    public @Nullable Object assemble(@Nullable Serializable cached, SharedSessionContract session) {
        return cached;
    }
}
