import { isRaised, isUnseen, type Look } from '../word/look.js';
import type { NoticeKind } from '../notices.js';
import { isOn, type Sprm } from './sprms.js';

/** Why a character is no part of what is seen; null when it is. */
export interface CharacterLook {
  readonly leftOut: NoticeKind | null;
  readonly isInserted: boolean;
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  /** It stands for something else: a field mark, a picture, a symbol of another font. */
  readonly isSpecial: boolean;
  /** The symbol that it stands for. */
  readonly symbol: number | null;
}

const usualSize = 21;
const white = 0xffffff;
const whiteInPalette = 8;

export function characterLook(sprms: readonly Sprm[]): CharacterLook {
  let look: Look = { size: usualSize };
  let isInserted = false;
  let isDeleted = false;
  let isSpecial = false;
  let symbol: number | null = null;
  for (const sprm of sprms) {
    const { code, operand } = sprm;
    switch (code) {
      case 0x083c:
        look = { ...look, hidden: isOn(sprm) };
        break;
      case 0x0837:
        look = { ...look, struck: isOn(sprm) };
        break;
      case 0x2a53:
        look = { ...look, doubleStruck: isOn(sprm) };
        break;
      case 0x2a48:
        look = { ...look, raised: operand.u8(0) !== 0 };
        break;
      case 0x4845:
        look = { ...look, position: operand.i16(0) };
        break;
      case 0x4a43:
        look = { ...look, size: operand.u16(0) };
        break;
      case 0x2a42:
        look = { ...look, white: operand.u8(0) === whiteInPalette };
        break;
      case 0x6870:
        look = { ...look, white: operand.u32(0) === white };
        break;
      case 0xca71:
      case 0x4866:
        look = { ...look, shaded: true };
        break;
      case 0x0801:
        isInserted = isOn(sprm);
        break;
      case 0x0800:
        isDeleted = isOn(sprm);
        break;
      case 0x0855:
        isSpecial = isOn(sprm);
        break;
      case 0x6a09:
        symbol = operand.u16(2);
        break;
    }
  }
  const isHidden = isUnseen(look);
  return {
    leftOut: leftOutOf(look, isHidden, isDeleted),
    isInserted,
    isDeleted,
    isHidden,
    isSpecial,
    symbol,
  };
}

function leftOutOf(look: Look, isHidden: boolean, isDeleted: boolean): NoticeKind | null {
  if (isDeleted) return 'deleted';
  if (isHidden) return 'hidden';
  if (look.struck || look.doubleStruck) return 'struck';
  return isRaised(look, usualSize) ? 'raised' : null;
}
