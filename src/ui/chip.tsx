// A short value one can press. The kind is said to screen readers too, by the label.

type ChipProps = {
  readonly value: string;
  readonly kind?: string;
  readonly label: string;
  readonly onPress: () => void;
};

export function Chip({ value, kind = '', label, onPress }: ChipProps) {
  return (
    <button type="button" class="chip" aria-label={label} title={label} onClick={onPress}>
      {kind === '' ? null : <span class="chip-kind">{kind}</span>} <span class="chip-value">{value}</span>
    </button>
  );
}
