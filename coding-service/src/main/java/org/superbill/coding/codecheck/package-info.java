/** Rules over the codes of one encounter, as pure functions: what a coder has to put right before it may be billed. */
@NullMarked
package org.superbill.coding.codecheck;

import org.jspecify.annotations.NullMarked;
