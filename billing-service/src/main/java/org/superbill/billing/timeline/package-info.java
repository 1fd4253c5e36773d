/** What features have to tell of a claim, so that its timeline shows every posting and refusal with where it comes from. */
@NullMarked
package org.superbill.billing.timeline;

import org.jspecify.annotations.NullMarked;
