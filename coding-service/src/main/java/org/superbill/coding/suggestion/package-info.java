/** Suggested codes for notes: asked for, accepted or rejected by a person, and what an organization's coders have taught by it. */
@NullMarked
package org.superbill.coding.suggestion;

import org.jspecify.annotations.NullMarked;
