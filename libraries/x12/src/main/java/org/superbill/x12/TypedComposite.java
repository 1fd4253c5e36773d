package org.superbill.x12;

/** A composite element with typed accessors, kept as it was read. */
public interface TypedComposite {
    /** Its components, as {@link Elements#composite} gives them. */
    Segment components();
}
