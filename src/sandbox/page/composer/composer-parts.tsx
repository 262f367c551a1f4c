import { Icon } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { isTouch, keyLabel } from './field.ts';

interface FootProps {
  hint: string;
  notice: string;
  typed: string;
  why: string | undefined;
  isWaiting: boolean;
}

/** The line under the composer. `hint` and `notice` are the ids of its parts. */
export function Foot({ hint, notice, typed, why, isWaiting }: FootProps) {
  return (
    <div class="composer-foot">
      <div class="composer-notice" role="alert" id={notice}>
        {why}
      </div>
      {isWaiting && (
        <span class="composer-waiting" role="status">
          Sending…
        </span>
      )}
      <span class="composer-hint" id={hint} hidden={typed === '' || why !== undefined || isTouch()}>
        <b>{keyLabel('Shift+')}Enter</b> for a new line
      </span>
    </div>
  );
}

interface BroadcastProps {
  /** `to #ops` */
  where: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

export function Broadcast({ where, isOn, onChange }: BroadcastProps) {
  return (
    <label class="composer-broadcast">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>Also send {where}</span>
    </label>
  );
}

export function SendButton({ isOff }: { isOff: boolean }) {
  return (
    <button type="submit" class="icon-button composer-send" aria-label="Send" {...tip('Send')} disabled={isOff}>
      <Icon name="send" />
    </button>
  );
}

interface FileChoiceProps {
  field: { current: HTMLInputElement | null };
  onFiles(files: readonly File[]): void;
}

/** What the attach button opens. */
export function FileChoice({ field, onFiles }: FileChoiceProps) {
  return (
    <input
      class="composer-unseen"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden="true"
      ref={field}
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])]);
        currentTarget.value = '';
      }}
    />
  );
}
