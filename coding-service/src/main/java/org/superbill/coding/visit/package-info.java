/** Procedures that a note of a visit supports: its level by medical decision making or time, vaccines with their administration, what was done in the office. Pure. */
@NullMarked
package org.superbill.coding.visit;

import org.jspecify.annotations.NullMarked;
